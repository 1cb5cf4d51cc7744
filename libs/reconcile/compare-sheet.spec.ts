import type { SheetHeaderDoc, SheetRowDoc } from '#libs/store';
import { headerDifferences, rowDifferences } from './compare-sheet.js';

const row: SheetRowDoc = {
  _id: 'X.report.report.u1.main',
  round: 'X.report.commune.d1',
  campaign: 'X',
  unit: 'u1',
  ancestors: ['d1', 'p'],
  state: 'accepted',
  submittedAt: new Date('2026-10-10T03:00:00Z'),
  onTime: true,
  nil: false,
  returns: 0,
  dueAt: new Date('2026-10-15T16:59:59.999Z'),
  overdueAt: null,
  targets: ['T1'],
  figures: [{ target: 'T1', value: 3, status: 'final' }],
  version: 6,
};

describe('a sheet beside what its obligations make', () => {
  it('agrees when only the version is behind: a reminder does not touch the row', () => {
    expect(rowDifferences({ ...row, version: 4 }, row)).toEqual([]);
  });

  it('names what differs, figures to the last digit', () => {
    const figures = [{ target: 'T1', value: 4, status: 'final' as const }];
    expect(rowDifferences({ ...row, state: 'received', figures }, row)).toEqual(['state', 'figures']);
  });

  it('compares dates as instants and fields in any order', () => {
    const { _id, ...rest } = row;
    expect(rowDifferences({ ...rest, dueAt: new Date(row.dueAt), _id }, row)).toEqual([]);
  });

  it('does not mind who wrote a header, but every sum in it', () => {
    const header = { _id: 'r', expected: 3, counts: { open: 3 }, totals: [], epoch: 2 } as unknown as SheetHeaderDoc;
    expect(headerDifferences({ ...header, epoch: 1 }, header)).toEqual([]);
    expect(headerDifferences({ ...header, counts: { open: 2, accepted: 1 } }, header)).toEqual(['counts']);
  });
});
