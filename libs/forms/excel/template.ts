import { figureText, type EarlierFigure, type Entries } from '#libs/domain';
import { writeXlsx, type WrittenCell, type WrittenSheet } from '#libs/documents';
import type { PinnedForm } from '../form-for.js';
import { FILL, KEY_MARK, KEY_SHEET, pathAt, rowsOf, SHOWN, type FormRow } from './layout.js';

/** What stands beside a target, for who fills it in. */
export interface Beside {
  target: string;
  assigned: number | null;
  pledged: number | null;
  last: EarlierFigure | null;
}

export interface TemplateFor {
  obligation: string;
  unitName: string;
  /** What is filled in already. */
  entries: Entries;
  beside: readonly Beside[];
  /** Keys of the rows for difficulties, raised ones and empty ones. */
  difficulties?: readonly string[];
}

const shown = (value: string | number | null): WrittenCell => ({ value, style: 'shown' });

/**
 * The form as an Excel file: keys hidden, what stands beside each cell shown, what was typed filled in. Bound to one report and one
 * version of the form; the same draft gives the same bytes.
 */
export function excelTemplate(pinned: PinnedForm, report: TemplateFor): Buffer {
  const { form, hash } = pinned;
  const { difficulties = [] } = report;
  const keys: WrittenSheet = {
    name: KEY_SHEET,
    widths: [],
    hidden: true,
    rows: [
      [KEY_MARK, report.obligation, hash, difficulties.join(' ') || null].map((value) => ({ value, style: 'plain' })),
    ],
  };
  const head = (text: string): WrittenCell => ({ value: text, style: 'head' });
  const title = (text: string) => [null, { value: text, style: 'title' } as WrittenCell];
  const rows = [
    title(form.title),
    title(report.unitName),
    [null, { value: GUIDE, style: 'plain' } as WrittenCell],
    [head('key'), ...SHOWN.map(head), ...FILL.map((column) => head(column.title))],
    ...rowsOf(form, difficulties).map((row, n) => lineOf(row, n + 1, report)),
  ];
  const sheet: WrittenSheet = {
    name: 'Báo cáo',
    widths: [0, 6, 50, 14, 14, 14, 18, 16, 16, 16, 16, 30, 30, 30],
    rows,
    frozen: 4,
  };
  return writeXlsx([sheet, keys]);
}

const GUIDE =
  'Chỉ điền ô nền vàng. Số thập phân dùng dấu phẩy. Không gộp ô, không thêm hay xóa dòng, cột. Ô xám không điền.';

function lineOf(row: FormRow, n: number, { entries, beside }: TemplateFor): WrittenCell[] {
  const known = 'cell' in row ? beside.find(({ target }) => target === row.cell.target) : undefined;
  const text = (value: number | null | undefined) => shown(value == null ? null : figureText(value));
  const last = known?.last
    ? `${figureText(known.last.value)}${known.last.status === 'estimated' ? ' (ước)' : ''}`
    : null;
  return [
    { value: row.key, style: 'plain' },
    shown(n),
    shown(row.title),
    shown('cell' in row ? row.cell.unit || null : null),
    text(known?.assigned),
    text(known?.pledged),
    shown(last),
    ...FILL.map((column): WrittenCell => {
      const path = pathAt(row, column);
      if (path === null) return { value: null, style: 'shut' };
      const words = 'path' in row || column.word !== undefined;
      return { value: entries[path] ?? null, style: words ? 'input_text' : 'input' };
    }),
  ];
}
