import type { FormView, RoundsView, Wire } from '../api/contracts';

export type Form = Wire<FormView>;
export type Cell = Form['cells'][number];
export type Field = Form['draft']['fields'][string];
/** Found by the reviewer, not settled yet. */
export type OpenRemark = RoundsView['rounds'][number]['remarks'][number];
export type Value = string | number | null;

/** Path of one field of a figure, as the draft names it: `figures.<target>.<column>.<part>`. */
export const figurePath = (target: string, column: string, part: string): string =>
  `figures.${target}.${column}.${part}`;

/** The report as a whole. */
export const NIL = 'nil';
export const EXPLANATION = 'explanation';

/** Words beside a figure: why there is none, why it stands, what shows it. */
export const wordPath = (target: string, word: 'reason' | 'explanation' | 'proof'): string =>
  `figures.${target}.${word}`;

/** What the superior is to answer, by a key of its own. */
export const DIFFICULTIES = 'difficulties';
export const difficultyPath = (key: string): string => `${DIFFICULTIES}.${key}`;

export const sectionPath = (id: string): string => `sections.${id}`;
