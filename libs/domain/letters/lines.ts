import { say } from '../messages/say.js';
import type { LetterRow } from './letter.types.js';

/** `Kính gửi: …` on one line, or a list when several are written to. */
export function addresseeLines(names: string[]): LetterRow[] {
  const head = say('letter.addressee');
  if (names.length === 1) return [{ dong: `${head} ${names[0]}` }];
  return [{ dong: head }, ...listed(names)];
}

/** `- …;` line by line, the last ended by a full stop. */
export function listed(names: string[]): LetterRow[] {
  return names.map((name, n) => ({ dong: `- ${name}${n === names.length - 1 ? '.' : ';'}` }));
}

/** A list that is empty says so in its second column instead of vanishing. */
export function orNone(rows: LetterRow[], fields: readonly string[]): LetterRow[] {
  if (rows.length > 0) return rows;
  return [Object.fromEntries(fields.map((field, n) => [field, n === 1 ? say('letter.none') : '–']))];
}
