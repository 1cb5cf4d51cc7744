import type { MatrixView } from '../api/contracts';
import { bare } from '../parts/bare';

type Row = MatrixView['rows'][number];

/** Rows whose unit is named so, with or without marks, and that have a cell of that kind; in Vietnamese order of names. */
export function matching(rows: Row[], { find = '', mark = '' }: { find?: string; mark?: string }): Row[] {
  const wanted = bare(find.trim());
  return rows
    .filter(({ name }) => wanted === '' || bare(name).includes(wanted))
    .filter(({ cells }) => mark === '' || Object.values(cells).some((cell) => cell.mark === mark))
    .sort((a, b) => ORDER.compare(a.name, b.name));
}

const ORDER = new Intl.Collator('vi', { numeric: true });
