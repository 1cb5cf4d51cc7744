import { numberOf } from '../numbers/number.js';
import { unitAt } from '../numbers/units.js';
import { lowerIsBetter } from '../numbers/lower-is-better.js';
import { writtenComparator } from '../numbers/comparators.js';
import type { Paragraph } from '../text/paragraphs.js';
import type { TargetDraft } from './target-draft.js';

/** Columns of a flattened table, told by its heading row. */
export interface Columns {
  unit: number;
  /** -1 where the table has no column of the plan. */
  value: number;
  base: number;
  deadline: string | null;
  /** Number of cells of the heading row. */
  cells: number;
}

const GOAL_COLUMN = /kế hoạch|chỉ tiêu giao|mục tiêu|phấn đấu|chỉ tiêu năm|mức (?:phấn đấu|đạt)|đăng ký/;
const BASE_COLUMN = /thực hiện|ước|kết quả|hiện trạng/;

/** Cells of a line cut at `|` or tabs. */
export function cellsOf(paragraph: Paragraph): { text: string; low: string; start: number }[] {
  const cells: { text: string; low: string; start: number }[] = [];
  let at = 0;
  for (const part of paragraph.low.split('\t')) {
    const lead = part.length - part.trimStart().length;
    const low = part.trim();
    cells.push({ low, text: paragraph.text.slice(at + lead, at + lead + low.length), start: at + lead });
    at += part.length + 1;
  }
  return cells;
}

/** A heading row names a unit column or a plan column and holds no values. */
export function columnsOf(paragraph: Paragraph, year: number | null): Columns | null {
  const cells = cellsOf(paragraph);
  if (
    cells.length < 3 ||
    !cells.some((cell) => /^(?:stt|tt|chỉ tiêu|nội dung|tên chỉ tiêu|tiêu chí|đvt|đơn vị tính|đơn vị)$/.test(cell.low))
  )
    return null;
  const unit = cells.findIndex((cell) => /^(?:đvt|đơn vị tính|đơn vị)$/.test(cell.low));
  const years = cells.map((cell) => /(?<!\d)20\d\d(?!\d)/.exec(cell.low)?.[0] ?? null);
  let value = cells.findIndex((cell, i) => i > 0 && GOAL_COLUMN.test(cell.low) && cell.low !== 'chỉ tiêu');
  if (value < 0)
    value = years.reduce((best, phrase, i) => (phrase && (year === null || Number(phrase) >= year) ? i : best), -1);
  const last = cells.length - 1;
  const past = (i: number): boolean => BASE_COLUMN.test(cells[i]!.low) || (years[i] !== null && i !== unit);
  // a column of results is never the plan's
  if (value < 0 && cells.length <= 4 && !past(last)) value = last;
  const base = cells.findIndex((_, i) => i !== value && past(i));
  // a table of results alone is known, and its rows stay silent
  return value < 0 && base < 0
    ? null
    : { unit, value, base, deadline: years[value] ? `${years[value]}-12-31` : null, cells: cells.length };
}

/** A row under known columns: name, unit and the plan's value. Nothing is read where the columns are not known. */
export function readRow(paragraph: Paragraph, columns: Columns): TargetDraft | null {
  let cells = cellsOf(paragraph);
  // the running number became the paragraph's marker
  const shift = cells.length === columns.cells - 1 && /^\d+$/.test(paragraph.marker.label) ? 1 : 0;
  if (shift === 0 && cells.length < columns.value + 1) return null;
  cells = shift ? [{ text: paragraph.marker.label, low: paragraph.marker.label, start: 0 }, ...cells] : cells;
  const name = cells.find((cell, i) => i !== columns.unit && i < columns.value && /[a-zA-ZÀ-ỹ]{3}/.test(cell.low));
  const cell = cells[columns.value];
  const hit =
    cell && /^(.*?)(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?: ?- ?(\d+(?:,\d+)?))?(.*)$/.exec(cell.low);
  const value = hit ? numberOf(hit[2]!) : null;
  if (!name || !cell || !hit || value === null) return null;
  const unitText = (columns.unit >= 0 ? cells[columns.unit]?.low : '') || hit[4]!.trim();
  const unit = unitText ? unitAt(` ${unitText}`, 0).unit || unitText : '';
  const upTo = hit[3] ? numberOf(hit[3]) : null;
  const written = writtenComparator(hit[1]!, hit[4]!);
  const base = columns.base >= 0 ? cells[columns.base] : undefined;
  const comparator =
    upTo !== null
      ? 'range'
      : (written ?? (unit === '%' && value === 100 ? 'exactly' : lowerIsBetter(name.low) ? 'at_most' : 'at_least'));
  return {
    name: name.text,
    comparator,
    explicit: upTo !== null || written !== null,
    value: upTo !== null ? null : value,
    ...(upTo !== null && { min: value, max: upTo }),
    unit,
    per: null,
    deadline: columns.deadline,
    baseline: base && /\d/.test(base.low) ? base.text : null,
    band: null,
    condition: null,
    role: 'target',
    start: paragraph.body + name.start,
    end: paragraph.body + cell.start + cell.low.length,
    paragraph: paragraph.index,
    sentence: 0,
    clause: 0,
    clauseEnd: 0,
    confidence: 0.7,
  };
}
