import type { Mark } from './mark.js';

/** Without marks and in small letters, for searching: "Quyết Thắng" is found by "quyet thang". Takes NFC and NFD. */
export const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

interface Row {
  name: string;
  cells: Record<string, { mark: Mark }>;
}

/** Rows whose unit is named so, with or without marks, and that have a cell of that kind; in Vietnamese order of names. */
export function matchingRows<R extends Row>(
  rows: readonly R[],
  { find = '', mark = '' }: { find?: string | undefined; mark?: string | undefined },
): R[] {
  const wanted = bare(find.trim());
  return rows
    .filter(({ name }) => wanted === '' || bare(name).includes(wanted))
    .filter(({ cells }) => mark === '' || Object.values(cells).some((cell) => cell.mark === mark))
    .sort((a, b) => ORDER.compare(a.name, b.name));
}

const ORDER = new Intl.Collator('vi', { numeric: true });
