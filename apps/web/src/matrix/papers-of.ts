import type { MatrixView } from '../api/contracts';
import type { Mark } from './marks';

/** One paper that a chosen unit still owes. */
export interface Paper {
  obligation: string;
  unitName: string;
  title: string;
}

const OWED: Mark[] = ['overdue', 'open', 'returned'];

/** What chosen units still owe. @param step one column, or all where empty */
export function papersOf({ rows, columns }: MatrixView, units: string[], step: string): Paper[] {
  const chosen = new Set(units);
  return rows
    .filter(({ unit }) => chosen.has(unit))
    .flatMap(({ name, cells }) =>
      columns
        .filter(({ id }) => step === '' || id === step)
        .flatMap(({ id, title }) => {
          const cell = cells[id];
          return cell && OWED.includes(cell.mark) ? [{ obligation: cell.obligation, unitName: name, title }] : [];
        }),
    );
}
