import { vietnameseShare } from './syllables.js';

/** TCVN3 shown as Unicode: "nh©n d©n", "®ång": signs of Latin-1 stuck to letters. */
const TCVN3 = /\p{L}[\u00a1-\u00bf]|[\u00a1-\u00bf]\p{L}/u;
/** VNI shown as Unicode: the mark is a letter of its own after the vowel: "nhaân", "keá", "ñöôïc". */
const VNI = /[aeo][\u00e0-\u00fc]|[uiyöôñ][\u00ef\u00f5\u00f8\u00f9\u00fb]|^ñ|öô/i;
/** Too few words prove nothing: a name, a foreign word. */
const ENOUGH = 20;
const SAMPLE = 100_000;

/**
 * Letters of an old Vietnamese font that were stored as if they were Latin-1, as Word and PDF do. They cannot be turned back
 * faithfully (in TCVN3 the capitals are in the name of the font), and a misread plan is worse than none.
 */
export function legacyShown(text: string): boolean {
  const { words, share } = vietnameseShare(text.slice(0, SAMPLE));
  if (words.length < ENOUGH || share > 0.5) return false;
  const part = (sign: RegExp) => words.filter((word) => sign.test(word)).length / words.length;
  return part(TCVN3) > 0.2 || part(VNI) > 0.5;
}
