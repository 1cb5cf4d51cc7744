import { gate } from '#libs/domain/preparation/index.js';
import { answered, plans, surroundings, world } from './launch-gate.fixture.js';

describe('targets and the catalogue of indicators', () => {
  const items = (indicators: Record<string, string>, catalogue = world.indicators) =>
    gate(
      { ...answered('001'), answers: { ...answered('001').answers, indicators } },
      {
        ...surroundings,
        indicators: catalogue,
      },
    ).items.filter(({ kind }) => kind === 'indicator');
  const [grdp] = world.indicators;
  const shown = (found: ReturnType<typeof items>) => found.map(({ id, severity, open }) => [id, severity, open]);

  it('holds the plans of several years to one indicator, at the version of their launch', () => {
    const pinned = plans.flatMap(({ code, targets }) =>
      targets.flatMap(({ indicator }) => (indicator?.id === 'budget-revenue' ? [[code, indicator.version]] : [])),
    );
    expect(pinned).toEqual([
      ['sl-60nam', 1],
      ['sl-2023', 1],
      ['sl-2014', 1],
    ]);
  });

  it('a link that leads nowhere holds up the launch', () => {
    expect(shown(items({ U01: 'lost', Z9: 'grdp-growth' }))).toEqual([
      ['indicator:Z9→', 'must', true],
      ['indicator:→U01', 'must', true],
      ['indicator:none', 'waivable', true],
    ]);
  });

  it('another unit, method or fineness and an indicator out of use are somebody’s decision', () => {
    const gone = { ...grdp!, version: 2, deprecated: { ground: 'Tính lại theo năm gốc mới', replacedBy: 'grdp-2025' } };
    const coarse = { ...gone, unit: '%', method: 'sum' as const, decimals: 0, id: 'coarse' };
    const found = items({ U01: 'coarse' }, [coarse]);
    expect(found.slice(0, 4).map(({ id, waivableBy }) => [id, waivableBy])).toEqual([
      ['indicator:replaced:U01', 'head'],
      ['indicator:unit:U01', 'head'],
      ['indicator:method:U01', 'head'],
      ['indicator:finer:U01', 'officer'],
    ]);
    expect(found[0]!.text).toContain('grdp-2025');
    expect(found[2]!.text).toContain('kỳ mới nhất');
  });

  it('where nobody keeps a catalogue, missing links are told and hold nothing up', () => {
    expect(shown(items({}, []))).toEqual([['indicator:none', 'warning', false]]);
  });
});
