/**
 * The text all offsets of a reading refer to: composed letters (NFC) and `\n` line ends, no byte order mark.
 * Nothing else is changed, so that evidence is the plan's own wording.
 */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .normalize('NFC');
}
