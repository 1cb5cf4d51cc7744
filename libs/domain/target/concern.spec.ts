import { concerns, overrideFor, plannedFor, plannedTotal, targetsOf, type ConcernedUnit } from './concern.js';
import { aTarget } from './target.fixture.js';

const unit = (id: string, kind = 'commune', ...groups: string[]): ConcernedUnit => ({ id, kind, groups });
const [tanLap, banBo, town] = [unit('tan-lap'), unit('ban-bo'), unit('thi-tran', 'township')];
const muongTe = unit('muong-te', 'district', 'poor_district');
const city = unit('thanh-pho', 'district');

describe('who is asked for a target', () => {
  it('a single source asks the responsible agency and nobody else', () => {
    const target = aTarget({ mode: 'single_source', responsible: 'so-y-te', value: 8.6 });
    expect(concerns(target, unit('so-y-te', 'department'))).toBe(true);
    expect(concerns(target, tanLap)).toBe(false);
    expect(concerns(aTarget({ mode: 'single_source' }), tanLap)).toBe(false);
  });

  it('an allocated target asks the units of its allocation, also one with the share zero', () => {
    const target = aTarget({ mode: 'allocated', value: 28, allocation: { 'tan-lap': 3, 'ban-bo': 0 } });
    expect([tanLap, banBo, town, unit('toString')].map((each) => concerns(target, each))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('each unit and group go by kind, group and name, all of which must hold', () => {
    const target = aTarget({ mode: 'each_unit', units: { kinds: ['district'], groups: ['poor_district'] } });
    expect([muongTe, city, tanLap].map((each) => concerns(target, each))).toEqual([true, false, false]);
    expect(concerns(aTarget({ mode: 'group', units: { units: ['ban-bo'] } }), tanLap)).toBe(false);
    expect(concerns(aTarget({ mode: 'each_unit' }), tanLap)).toBe(true);
  });

  it('a duty asks for its own targets only, in the order of the plan, and never for a cross-check', () => {
    const all = [
      aTarget({ id: 'U07', mode: 'each_unit' }),
      aTarget({ id: 'U08', mode: 'each_unit', role: 'cross_check' }),
      aTarget({ id: 'U09', mode: 'each_unit' }),
      aTarget({ id: 'U10', mode: 'single_source', responsible: 'so-y-te' }),
    ];
    expect(targetsOf(tanLap, all, ['U10', 'U09', 'U08', 'U07']).map(({ id }) => id)).toEqual(['U07', 'U09']);
    expect(targetsOf(tanLap, all)).toEqual([]);
  });
});

describe('what is planned', () => {
  it('one work for each of thirteen communes is thirteen works (seed 003 W02)', () => {
    const works = aTarget({ mode: 'each_unit', method: 'sum', value: 1, units: { kinds: ['commune', 'township'] } });
    const units = [...Array.from({ length: 12 }, (_, n) => unit(`xa-${n}`)), town, muongTe];
    expect(plannedFor(works, town)).toBe(1);
    expect(plannedFor(works, muongTe)).toBeNull();
    expect(plannedTotal(works, units)).toBe(13);
  });

  it('shares are taken as decided and added, never divided: a gap to the target stays visible', () => {
    const target = aTarget({ mode: 'allocated', value: 28, allocation: { 'tan-lap': 3.4, 'ban-bo': 0.1 } });
    expect(plannedFor(target, tanLap)).toBe(3.4);
    expect(plannedTotal(target, [tanLap, banBo, town])).toBe(3.5);
    expect(plannedTotal(target, [town])).toBeNull();
  });

  it('poor districts have their own value, the others the common one (seed 000 T06, T07)', () => {
    const target = aTarget({
      mode: 'group',
      method: 'ratio',
      value: 3,
      allocation: { poor_district: 5 },
      units: { kinds: ['district'] },
    });
    expect([muongTe, city, tanLap].map((each) => plannedFor(target, each))).toEqual([5, 3, null]);
    expect(plannedTotal(target, [muongTe, city])).toBe(3);
  });

  it('two groups that disagree leave it undecided', () => {
    const target = aTarget({ mode: 'group', value: 3, allocation: { poor_district: 5, border: 6 } });
    expect(plannedFor(target, unit('x', 'district', 'poor_district', 'border'))).toBeNull();
    expect(plannedTotal(target, [city, unit('x', 'district', 'poor_district', 'border')])).toBeNull();
  });

  it('a rate of each unit stays the rate of the whole; a range plans its lower edge', () => {
    expect(plannedTotal(aTarget({ mode: 'each_unit', method: 'ratio', value: 95 }), [tanLap, banBo])).toBe(95);
    expect(
      plannedTotal(aTarget({ mode: 'single_source', responsible: 'x', comparator: 'range', min: 884, max: 1000 }), []),
    ).toBe(884);
  });
});

describe('another level for a group (seed 000: 3 % a year, poor districts 5 %)', () => {
  const poverty = (changes: Parameters<typeof aTarget>[0] = {}) =>
    aTarget({
      mode: 'each_unit',
      value: 3,
      method: 'sum',
      units: { kinds: ['district'] },
      overrides: [
        { group: 'poor_district', value: 5 },
        { group: 'border', value: 4 },
      ],
      ...changes,
    });
  const both = unit('sop-cop', 'district', 'border', 'poor_district');

  it('holds for its units, the target’s own for the others, and the first of two that fit', () => {
    expect(
      [muongTe, both, unit('x', 'district', 'border'), city, tanLap].map((each) => plannedFor(poverty(), each)),
    ).toEqual([5, 5, 4, 3, null]);
    expect(overrideFor(poverty(), both)).toEqual({ group: 'poor_district', value: 5 });
    expect(overrideFor(poverty(), city)).toBeNull();
    expect(plannedTotal(poverty(), [muongTe, city, tanLap])).toBe(8);
  });

  it('goes before the value of a group in the group mode, and is nothing to shares or a single source', () => {
    const grouped = poverty({ mode: 'group', allocation: { poor_district: 6, border: 1 } });
    expect([plannedFor(grouped, both), plannedFor(grouped, city)]).toEqual([5, 3]);
    expect(plannedFor(poverty({ mode: 'allocated', allocation: { 'muong-te': 7 } }), muongTe)).toBe(7);
    expect(plannedFor(poverty({ mode: 'single_source', responsible: 'muong-te' }), muongTe)).toBe(3);
  });
});
