import { aTarget } from '../target/target.fixture.js';
import { namedTotals } from './sheet-counts.js';
import type { SheetRow } from './sheet-row.types.js';

const row = (id: string, unit: string, more: Partial<SheetRow> = {}): SheetRow => ({
  ...{ _id: id, unit, state: 'accepted', submittedAt: null, onTime: null, nil: false, returns: 0, overdueAt: null },
  ...{ targets: ['T'], figures: [], handedInAt: null },
  ...more,
});
const T = aTarget({ id: 'T', mode: 'each_unit', method: 'sum', value: 1 });
const said = (value: number) => ({ figures: [{ target: 'T', value, status: 'final' as const }] });

it('units are called by their name, and by their rows where one unit has several: a council of one office, two lines of one unit', () => {
  const [total] = namedTotals(
    [T],
    [
      row('a', 'xa-1', said(2)),
      row('b', 'xa-2', { state: 'open' }),
      row('c', 'xa-3', { state: 'open' }),
      row('d', 'xa-3', said(5)),
    ],
  );
  expect(total).toMatchObject({ value: 7, coverage: { missing: ['c', 'xa-2'] } });
  const votes = [row('m1', 'phong', { targets: [] }), row('m2', 'phong', { targets: [] })];
  expect(namedTotals([T], votes)).toEqual([]);
});
