// The characters are named by number because one cannot see them.
/* eslint-disable no-control-regex */
const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Controls, soft hyphens, zero-width and direction marks: a reader does not see them, so evidence must not contain them. */
const UNSEEN = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Unicode's own bound for a "stream-safe" text (UAX 15): sorting longer runs is quadratic work that no timer interrupts. */
const MARKS_TOO_MANY = /(\p{M}{30})\p{M}+/gu;

/** The same text in one form: NFC, `\n`, plain spaces, no unseen characters, nothing at the end of a line. */
export function tidy(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(UNSEEN, '')
    .replace(MARKS_TOO_MANY, '$1')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
