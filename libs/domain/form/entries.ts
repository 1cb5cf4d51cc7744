import { ratioOf } from '../consolidation/ratio.js';
import { decimal, divide, toNumber } from '../target/decimal.js';
import { block, type Fault } from './fault.types.js';
import { fieldOf, partPath } from './field-path.js';
import type { FigureStatus, Form, FormCell } from './form.types.js';
import { readFigure } from './number-text.js';
import type { Report, ReportedFigure } from './report.types.js';

/** What stands in the fields of a draft, by path: a number, or a text as it was typed. */
export type Entries = Readonly<Record<string, string | number | null>>;

/** Decimals of a rate that is made here from its parts. */
const RATE_DECIMALS = 4;

/**
 * The report that the fields of a draft make. Of a figure typed as estimate and as final the final one is reported; nothing is
 * reported where neither is typed. What cannot be read as a number is a fault at its field and no figure.
 */
export function reportOf(form: Form, entries: Entries): { report: Report; faults: Fault[] } {
  const faults: Fault[] = Object.keys(entries)
    .filter((path) => !blank(entries[path]) && fieldOf(form, path) === null)
    .map((path) => block(path, 'fault.no-such-field'));
  const text = (path: string): string | undefined => (blank(entries[path]) ? undefined : String(entries[path]).trim());
  const explanation = text('explanation');
  const nil = text('nil');
  if (nil !== undefined)
    return { report: { nil: { reason: nil }, narrative: '', figures: typed(form, entries, faults) }, faults };
  const sections = Object.fromEntries(
    form.sections.map(({ id }) => [id, text(`sections.${id}`)]).filter(([, one]) => one),
  );
  const figures = form.cells.flatMap((cell) => {
    const figure = figureOf(cell, entries, faults);
    const words = wordsOf(cell, text);
    if (cell.asked === 'below' && figure.value === null && figure.numerator === undefined && !words.reason) return [];
    return [{ ...figure, ...words }];
  });
  const report = {
    figures,
    narrative: narrativeOf(form, sections),
    ...(Object.keys(sections).length > 0 && { sections }),
    ...(explanation !== undefined && { explanation }),
  };
  return { report, faults };
}

const blank = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Figures typed beside a nil report: they contradict it, and the check says so. */
const typed = (form: Form, entries: Entries, faults: Fault[]): ReportedFigure[] =>
  form.cells
    .map((cell) => figureOf(cell, entries, faults))
    .filter(({ value, numerator }) => value !== null || numerator !== undefined);

function figureOf(cell: FormCell, entries: Entries, faults: Fault[]): ReportedFigure {
  const final = partsOf(cell, 'final', entries, faults);
  const estimated = partsOf(cell, 'estimated', entries, faults);
  const status: FigureStatus =
    Object.keys(final).length > 0 || Object.keys(estimated).length === 0 ? 'final' : 'estimated';
  const parts = status === 'final' ? final : estimated;
  const { numerator, denominator } = parts;
  const rate = numerator === undefined || denominator === undefined ? null : ratioOf(numerator, denominator, cell.unit);
  const value =
    cell.input === 'ratio' ? rate && toNumber(divide(decimal(rate), decimal(1), RATE_DECIMALS)!) : parts.value;
  return { target: cell.target, status, value: null, ...parts, ...(value !== undefined && { value }) };
}

function partsOf(cell: FormCell, status: FigureStatus, entries: Entries, faults: Fault[]) {
  const parts: { value?: number; numerator?: number; denominator?: number } = {};
  for (const part of cell.parts) {
    const path = partPath(cell.target, status, part);
    const entry = entries[path];
    if (blank(entry)) continue;
    const read = readEntry(cell, entry!);
    if (typeof read === 'number') parts[part] = read;
    else faults.push(block(path, `fault.${read.fault}`, { value: String(entry) }));
  }
  return parts;
}

const YES = new Set(['có', 'đạt', 'x', 'yes', 'rồi', 'đã đạt', 'hoàn thành']);
const NO = new Set(['không', 'chưa', 'không đạt', 'chưa đạt', 'no', 'chưa hoàn thành']);

/** A number, or for yes and no the words offices write. */
export function readEntry({ input }: Pick<FormCell, 'input'>, entry: string | number): ReturnType<typeof readFigure> {
  if (typeof entry === 'number') return entry;
  const word = entry.normalize('NFC').trim().toLowerCase();
  if (input === 'yes_no' && YES.has(word)) return 1;
  if (input === 'yes_no' && NO.has(word)) return 0;
  return readFigure(entry);
}

function wordsOf({ target }: FormCell, text: (path: string) => string | undefined) {
  const words = { reason: '', explanation: '', proof: '' };
  const found = Object.keys(words).flatMap((word) => {
    const said = text(`figures.${target}.${word}`);
    return said === undefined ? [] : [[word, said] as const];
  });
  return Object.fromEntries(found) as Partial<typeof words>;
}

/** The sections as one text, for who reads the report without its form. */
const narrativeOf = (form: Form, sections: Record<string, string | undefined>): string =>
  form.sections.flatMap(({ id, title }) => (sections[id] ? [`${title}\n${sections[id]}`] : [])).join('\n\n');
