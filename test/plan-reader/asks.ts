import { type Reading, type Target } from './reading.types.js';
import { evidenceText, flat, fold } from './text.js';

/** Everything a reader asks the officer or reports as a defect, one folded line each. */
export const remarks = (reading: Reading): string[] =>
  [...(reading.defects ?? []), ...(reading.questions ?? [])].map((remark) => fold(flat(remark)));

/** Whether a defect or a question answers to all the patterns (written folded: no marks, lower case). */
export const asks = (reading: Reading, ...patterns: RegExp[]): boolean =>
  remarks(reading).some((line) => patterns.every((pattern) => pattern.test(line)));

/** The row whose evidence or name holds a folded piece of text. */
export function rowWith(reading: Reading, piece: string): Target | undefined {
  const wanted = fold(piece);
  return (reading.numeric_targets ?? []).find(
    (row) => fold(evidenceText(row.evidence)).includes(wanted) || fold(row.name ?? '').includes(wanted),
  );
}

/** All rows that count as targets of the campaign. */
export const ownTargets = (reading: Reading): Target[] =>
  (reading.numeric_targets ?? []).filter((row) => (row.role ?? 'target') === 'target');
