import { difficultyPath, partPath, type CellPart, type FigureStatus, type Form, type FormCell } from '#libs/domain';

/** Name of the sheet that carries the hidden keys, and the mark in its first cell. */
export const KEY_SHEET = '_dondoc';
export const KEY_MARK = 'dondoc-report-1';

/** A column of the form that is filled in. */
export interface FillColumn {
  letter: string;
  title: string;
  status?: FigureStatus;
  /** `first`: the value, or a rate's numerator; `second`: a rate's denominator. */
  part?: 'first' | 'second';
  word?: 'reason' | 'explanation' | 'proof';
}

/** Keys of the rows stand in the hidden first column; the next six are shown only. */
export const SHOWN = ['STT', 'Chỉ tiêu, nội dung', 'Đơn vị tính', 'Chỉ tiêu giao', 'Đăng ký', 'Kỳ trước'] as const;
export const FILL: readonly FillColumn[] = [
  { letter: 'H', title: 'Ước thực hiện: giá trị hoặc tử số', status: 'estimated', part: 'first' },
  { letter: 'I', title: 'Ước thực hiện: mẫu số', status: 'estimated', part: 'second' },
  { letter: 'J', title: 'Thực hiện: giá trị hoặc tử số', status: 'final', part: 'first' },
  { letter: 'K', title: 'Thực hiện: mẫu số', status: 'final', part: 'second' },
  { letter: 'L', title: 'Lý do chưa có số liệu', word: 'reason' },
  { letter: 'M', title: 'Giải trình', word: 'explanation' },
  { letter: 'N', title: 'Minh chứng', word: 'proof' },
];
/** Text of a section, a nil report or the report's explanation stands in the first of them. */
export const TEXT_COLUMN = 'H';

/** What a row of the sheet is for, by its key. */
export type FormRow = { key: string; title: string } & ({ cell: FormCell } | { path: string });

/**
 * All rows of a form in order: its cells, its sections, the report as a whole, and what the superior is to answer.
 * @param difficulties keys of the rows for khó khăn, vướng mắc; the key sheet of a file names those that it has
 */
export function rowsOf({ cells, sections }: Form, difficulties: readonly string[] = []): FormRow[] {
  return [
    ...cells.map((cell) => ({ key: `figures.${cell.target}`, title: cell.name, cell })),
    ...sections.map(({ id, title }) => ({ key: `sections.${id}`, title, path: `sections.${id}` })),
    { key: 'explanation', title: 'Giải trình chung của báo cáo', path: 'explanation' },
    { key: 'nil', title: 'Không phát sinh (ghi lý do)', path: 'nil' },
    ...difficulties.map((key, n) => {
      const path = difficultyPath(key);
      return { key: path, title: `Khó khăn, vướng mắc ${n + 1} (đề nghị cấp trên trả lời)`, path };
    }),
  ];
}

/** The field that a column of a row fills; null where the row has none there. */
export function pathAt(row: FormRow, column: FillColumn): string | null {
  if ('path' in row) return column.letter === TEXT_COLUMN ? row.path : null;
  const { target, parts } = row.cell;
  if (column.word) return `figures.${target}.${column.word}`;
  const part: CellPart | undefined = parts[column.part === 'first' ? 0 : 1];
  return part ? partPath(target, column.status!, part) : null;
}
