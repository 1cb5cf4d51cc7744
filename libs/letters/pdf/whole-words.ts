import type { ContentText } from 'pdfmake/interfaces.js';

/** A word of more letters may break where it must. */
const LONG = 30;

/**
 * Words kept whole. pdfmake breaks a number such as `21/KH-UBND` into three pieces and, where a line is justified, puts room between
 * them; a word that may not wrap is one piece.
 */
export function wholeWords(text: string): ContentText['text'] {
  const words = text.match(/\S+\s*|^\s+/g);
  return words === null ? text : words.map((word) => (word.length > LONG ? word : { text: word, noWrap: true }));
}
