/** Control characters, line and paragraph separators, and marks that turn the direction of writing. */
const NOT_ON_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A name or title as one line of text: nobody's name begins another line of a letter, or a header. */
export const oneLine = (text: string): string => text.replace(NOT_ON_A_LINE, ' ').replace(/ {2,}/g, ' ').trim();

/** Longest subject, characters: what a line of a mail should hold (RFC 5322, 2.1.1). */
export const SUBJECT_LENGTH = 78;
/** A title is not cut below this; then the whole subject is. */
const TITLE_LEFT = 20;

/** A subject within its length: the title gives way, so that what is asked and of whom still stand there. */
export function fitSubject(write: (title: string) => string, title: string): string {
  const whole = write(title);
  if (whole.length <= SUBJECT_LENGTH) return whole;
  const room = SUBJECT_LENGTH - (whole.length - title.length);
  return room >= TITLE_LEFT ? write(cut(title, room)) : cut(whole, SUBJECT_LENGTH);
}

/** At most so long, cut between words where there is one. */
function cut(text: string, length: number): string {
  const start = text.slice(0, length - 1);
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > length / 2 ? space : undefined).replace(/[\s–-]+$/, '')}…`;
}
