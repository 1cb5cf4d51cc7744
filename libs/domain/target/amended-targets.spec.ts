import { amendmentRefused, levelDay, targetsOn, type TargetAmendment } from './amended-targets.js';
import { plannedFor } from './concern.js';
import { goalOf } from './goal.js';
import { aTarget } from './target.fixture.js';

const unit = { id: 'xa-1', kind: 'commune', groups: ['poor'] };
const works = aTarget({ id: 'T1', mode: 'each_unit', value: 10, overrides: [{ group: 'poor', value: 8 }] });
const shared = aTarget({ id: 'T2', mode: 'allocated', value: 30, allocation: { 'xa-1': 20, 'xa-2': 10 } });
const decided = { document: { number: '12/QĐ-UBND', date: '2023-09-10' }, by: 'ta:chair', at: new Date(0) };
const amend = (n: number, from: string, what: Partial<TargetAmendment>): TargetAmendment => ({
  ...{ n, target: 'T1', from, ...decided },
  ...what,
});

describe('a target amended in mid-campaign', () => {
  it('holds from its day on; before it the plan stands, and a later decision goes over an earlier one', () => {
    const ledger = [amend(1, '2023-10-01', { value: 12 }), amend(2, '2023-11-01', { value: 11 })];
    const on = (day: string) => goalOf(targetsOn([works], ledger, day)[0]!);
    expect([on('2023-09-30'), on('2023-10-01'), on('2023-11-01')]).toEqual([10, 12, 11]);
    expect(works.value).toBe(10);
  });

  it('leaves the level of a group, and moves the shares that are named', () => {
    expect(plannedFor(targetsOn([works], [amend(1, '2023-10-01', { value: 12 })], '2023-10-01')[0]!, unit)).toBe(8);
    const [moved] = targetsOn(
      [shared],
      [amend(1, '2023-10-01', { target: 'T2', shares: { 'xa-1': 25 } })],
      '2023-10-02',
    );
    expect(moved!.allocation).toEqual({ 'xa-1': 25, 'xa-2': 10 });
  });

  it('is refused for a target nobody knows, for shares that are not there, and where nothing moves', () => {
    const code = (what: Partial<TargetAmendment>) =>
      amendmentRefused([works, shared], [], amend(1, '2023-10-01', what))?.code ?? null;
    expect(code({ target: 'T9', value: 1 })).toBe('target-unknown');
    expect(code({ shares: { 'xa-1': 1 } })).toBe('target-has-no-shares');
    expect(code({ target: 'T2', shares: { 'xa-9': 1 } })).toBe('target-not-shared');
    expect(code({ value: 10 })).toBe('target-unmoved');
    expect(code({ target: 'T2', shares: { 'xa-1': 20 } })).toBe('target-unmoved');
    expect([code({ value: 12 }), code({ target: 'T2', shares: { 'xa-1': 21 } })]).toEqual([null, null]);
  });
});

describe('the day whose levels a report is held against', () => {
  it('is the last of its period whenever it is filled in; without a period it is today', () => {
    const period = { to: '2023-10-31' };
    for (const today of ['2023-10-01', '2023-11-15']) expect(levelDay(period, today)).toBe('2023-10-31');
    expect(levelDay(null, '2023-11-15')).toBe('2023-11-15');
  });
});
