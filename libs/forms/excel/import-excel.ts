import {
  difficultyPath,
  fieldOf,
  readEntry,
  refuse,
  say,
  type DifficultyRule,
  type FaultCode,
  type Refusal,
} from '#libs/domain';
import { cellRef, placeOf, type ReadCell, type ReadSheet, type Workbook } from '#libs/documents';
import type { PinnedForm } from '../form-for.js';
import { cellEntry } from './cell-entry.js';
import { FILL, KEY_MARK, KEY_SHEET, pathAt, rowsOf, type FormRow } from './layout.js';

/** A cell of the file that no field takes, by its name in the file. */
export interface ExcelFault {
  cell: string;
  path: string | null;
  text: string;
  code: FaultCode;
  message: string;
}

export interface ExcelImport {
  entries: Record<string, string | number>;
  faults: ExcelFault[];
}

/** Most letters of a difficulty. */
type Letters = Pick<DifficultyRule, 'letters'>;

/**
 * What a filled-in file says. A file of another report or another version of the form is refused as a whole; a cell that cannot be
 * taken is named. Rows are found by their hidden key, so sorting them does no harm.
 */
export function importExcel(
  name: string,
  { sheets }: Workbook,
  pinned: PinnedForm,
  obligation: string,
  rule: Letters,
): ExcelImport | Refusal {
  const keys = sheets.find((one) => one.name === KEY_SHEET);
  const sheet = sheets.find((one) => one.name !== KEY_SHEET);
  const key = (ref: string) => textOf(keys?.cells.get(ref));
  if (!sheet || key('A1') !== KEY_MARK) return refuse('excel-no-keys', { name });
  if (key('B1') !== obligation) return refuse('excel-other-report', { name, other: key('B1').slice(0, 200) });
  if (key('C1') !== pinned.hash) {
    return refuse('excel-other-version', { name, seen: key('C1').slice(0, 8), current: pinned.hash.slice(0, 8) });
  }
  return readRows(sheet, rowsOf(pinned.form, difficultiesOf(key('D1'), pinned)), rule);
}

/** Keys of the rows for difficulties as the file was given out; none in files of before. */
const difficultiesOf = (keys: string, { form }: PinnedForm): string[] => [
  ...new Set(keys.split(' ').filter((one) => fieldOf(form, difficultyPath(one))?.of === 'difficulty')),
];

/** First row below the heads. */
const FIRST_ROW = 5;

const textOf = (read: ReadCell | undefined): string => (read?.cell.kind === 'text' ? read.cell.value.trim() : '');

function readRows(sheet: ReadSheet, rows: readonly FormRow[], rule: Letters): ExcelImport {
  const entries: Record<string, string | number> = {};
  const faults: ExcelFault[] = mergedFaults(sheet);
  const seen = new Set<string>();
  for (const { ref, row } of keyCells(sheet)) {
    const key = textOf(sheet.cells.get(ref)) || shownText(sheet.cells.get(ref)!);
    const form = rows.find((one) => one.key === key);
    if (!form) faults.push(fault(ref, null, key, 'fault.excel-unknown-row', key));
    else if (seen.has(key)) faults.push(fault(ref, null, key, 'fault.excel-twice', key));
    else readRow(sheet, form, row, rule, entries, faults);
    seen.add(key);
  }
  for (const { key, title } of rows)
    if (!seen.has(key)) faults.push(fault('A1', null, key, 'fault.excel-row-missing', key, { name: title }));
  faults.push(...strayFaults(sheet));
  return { entries, faults };
}

/** Cells of the key column, from the top. */
const keyCells = ({ cells }: ReadSheet): { ref: string; row: number }[] =>
  [...cells.keys()]
    .flatMap((ref) => {
      const place = placeOf(ref);
      return place?.column === 1 && place.row >= FIRST_ROW ? [{ ref, row: place.row }] : [];
    })
    .sort((a, b) => a.row - b.row);

function readRow(
  sheet: ReadSheet,
  form: FormRow,
  row: number,
  { letters }: Letters,
  entries: Record<string, string | number>,
  faults: ExcelFault[],
): void {
  for (const column of FILL) {
    const ref = `${column.letter}${row}`;
    const read = sheet.cells.get(ref);
    if (!read) continue;
    const path = pathAt(form, column);
    const text = shownText(read);
    if (path === null) {
      if (text.trim() !== '') faults.push(fault(ref, null, text, 'fault.outside-form', text));
      continue;
    }
    const figure = 'cell' in form && column.word === undefined ? form.cell : null;
    const entry = cellEntry(read, figure);
    const tooLong = form.key.startsWith('difficulties.') && typeof entry === 'string' && entry.length > letters;
    if (tooLong) faults.push(fault(ref, path, text, 'fault.difficulty-too-long', text, { letters: String(letters) }));
    else if (typeof entry === 'object' && entry !== null) faults.push(fault(ref, path, text, entry.code, text));
    else if (entry !== null) {
      const number = figure ? readEntry(figure, entry) : entry;
      if (typeof number === 'object') faults.push(fault(ref, path, text, `fault.${number.fault}`, text));
      else entries[path] = number;
    }
  }
}

/** A fill cell in a row without a key: typed below the form, or the key was deleted. */
function strayFaults({ cells }: ReadSheet): ExcelFault[] {
  const letters = new Set(FILL.map(({ letter }) => letter));
  return [...cells.values()].flatMap((read) => {
    const { ref } = read;
    const place = placeOf(ref)!;
    const column = ref.replace(/\d+$/, '');
    if (place.row < FIRST_ROW || !letters.has(column) || cells.has(cellRef(1, place.row))) return [];
    const text = shownText(read);
    return text.trim() === '' ? [] : [fault(ref, null, text, 'fault.outside-form', text)];
  });
}

/** Merged cells keep one value of several, so where one touches the form nobody knows whose it is. */
function mergedFaults({ merged }: ReadSheet): ExcelFault[] {
  return merged.flatMap((range) => {
    const [from = '', to = from] = range.split(':');
    const last = placeOf(to);
    return last && last.row >= FIRST_ROW ? [fault(from, null, range, 'fault.excel-merged', range)] : [];
  });
}

export function shownText({ cell }: ReadCell): string {
  return cell.kind === 'yes_no' ? (cell.value ? 'TRUE' : 'FALSE') : String(cell.value);
}

function fault(
  cell: string,
  path: string | null,
  text: string,
  code: FaultCode,
  value: string,
  data: Record<string, string> = {},
): ExcelFault {
  const cut = value.slice(0, 100);
  return { cell, path, text: text.slice(0, 200), code, message: say(code, { value: cut, ...data }) };
}
