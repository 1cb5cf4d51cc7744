import { ratioOf } from '../consolidation/ratio.js';
import { readFigure } from '../indicator/figure-text.js';
import { decimal, divide, toNumber } from '../target/decimal.js';
import { block, type Fault } from './fault.types.js';
import { fieldOf, partPath } from './field-path.js';
import type { FigureStatus, Form, FormCell } from './form.types.js';
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
  const difficulties = raisedIn(entries);
  if (nil !== undefined) {
    const report = { nil: { reason: nil }, narrative: '', figures: typed(form, entries, faults), ...difficulties };
    return { report, faults };
  }
  const written = form.sections.flatMap(({ id }): [string, string][] => {
    const words = text(`sections.${id}`);
    return words ? [[id, words]] : [];
  });
  const sections = Object.fromEntries(written);
  const figures = form.cells.flatMap((cell) => {
    const figure = figureOf(cell, entries, faults);
    const words = wordsOf(cell, text);
    if (cell.asked === 'below' && figure.value === null && figure.numerator === undefined && !words.reason) return [];
    return [{ ...figure, ...words }];
  });
  const overrides = form.cells.flatMap(({ target }) => {
    const reason = text(`figures.${target}.override`);
    return reason === undefined ? [] : [{ target, reason }];
  });
  const report = {
    figures,
    narrative: narrativeOf(form, sections),
    ...(Object.keys(sections).length > 0 && { sections }),
    ...(overrides.length > 0 && { overrides }),
    ...(explanation !== undefined && { explanation }),
    ...difficulties,
  };
  return { report, faults };
}

/** Difficulties by key, blank ones left out. */
function raisedIn(entries: Entries): Pick<Report, 'difficulties'> {
  const raised = Object.entries(entries).flatMap(([path, entry]) => {
    const [group, key, more] = path.split('.');
    return group === 'difficulties' && key !== undefined && more === undefined && !blank(entry)
      ? [[key, String(entry).trim()] as const]
      : [];
  });
  return raised.length ? { difficulties: Object.fromEntries(raised) } : {};
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

/** More digits than a figure can keep exactly. */
const MAX_DIGITS = 15;
/** Parts of a rate are counts or sums of money: "1.000" is a thousand. */
const PART_DECIMALS = 2;

/** Why an entry is no figure. */
export type EntryFault = 'not-a-number' | 'ambiguous' | 'too-long';

/** A number, or for yes and no the words offices write. Full-width digits count, a sign of percent behind says nothing new. */
export function readEntry(
  { input, decimals }: Pick<FormCell, 'input' | 'decimals'>,
  entry: string | number,
): number | { fault: EntryFault } {
  if (typeof entry === 'number') return entry;
  const written = entry.normalize('NFKC').trim();
  const word = written.toLowerCase();
  if (input === 'yes_no' && YES.has(word)) return 1;
  if (input === 'yes_no' && NO.has(word)) return 0;
  const bare = written.replace(/\s*%$/, '');
  if (bare.replace(/\D/g, '').replace(/^0+/, '').length > MAX_DIGITS) return { fault: 'too-long' };
  const read = readFigure(bare, input === 'ratio' ? PART_DECIMALS : decimals);
  if ('value' in read) return read.value;
  if (read.fault !== 'too-fine') return { fault: read.fault };
  // too many decimals is said by the check, about the figure
  const fine = readFigure(bare);
  return 'value' in fine ? fine.value : { fault: 'ambiguous' };
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
