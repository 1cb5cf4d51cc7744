import type { CellPart, FigureStatus, Form, FormCell, FormSection } from './form.types.js';

/** A typed part of a figure, words beside it, a section, or the nil report. */
export type Field =
  | { of: 'part'; cell: FormCell; status: FigureStatus; part: CellPart }
  | { of: 'word'; cell: FormCell; word: FigureWord }
  | { of: 'section'; section: FormSection }
  | { of: 'report'; word: ReportWord }
  | { of: 'difficulty'; key: string };

/**
 * `reason`: why there is no figure; `explanation`: why it is so unlike what was expected; `proof`: what shows it; `override`: why a
 * figure that comes up from below is said otherwise here.
 */
export type FigureWord = 'reason' | 'explanation' | 'proof' | 'override';
/** `nil`: the reason of a nil report; `explanation`: of the report as a whole. */
export type ReportWord = 'nil' | 'explanation';

/** Key of a difficulty: chosen by whoever raises it, kept when the report comes again. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

const WORDS: ReadonlySet<string> = new Set<FigureWord>(['reason', 'explanation', 'proof', 'override']);

/**
 * What a path of a draft names: `figures.T1.final.numerator`, `figures.T1.reason`, `sections.results`, `nil`, `explanation`,
 * `difficulties.k1`.
 * @returns null for a path that this form has not
 */
export function fieldOf(form: Form, path: string): Field | null {
  const [group, id, third, part, ...more] = path.split('.');
  if (id === undefined) return group === 'nil' || group === 'explanation' ? { of: 'report', word: group } : null;
  if (group === 'sections' && third === undefined) {
    const section = form.sections.find((one) => one.id === id);
    return section ? { of: 'section', section } : null;
  }
  if (group === 'difficulties' && third === undefined) return KEY.test(id) ? { of: 'difficulty', key: id } : null;
  if (group !== 'figures' || more.length > 0) return null;
  const cell = form.cells.find(({ target }) => target === id);
  if (!cell || third === undefined) return null;
  if (third === 'override' && cell.asked !== 'below') return null;
  if (part === undefined) return WORDS.has(third) ? { of: 'word', cell, word: third as FigureWord } : null;
  if (third !== 'final' && third !== 'estimated') return null;
  return cell.parts.includes(part as CellPart) ? { of: 'part', cell, status: third, part: part as CellPart } : null;
}

export const difficultyPath = (key: string): string => `difficulties.${key}`;

export const partPath = (target: string, status: FigureStatus, part: CellPart): string =>
  `figures.${target}.${status}.${part}`;
