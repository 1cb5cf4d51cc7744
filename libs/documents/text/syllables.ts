const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSET = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]';
/** Nuclei that take a final consonant, and those that stand open; spelling without tones. */
const CLOSED = 'uyê|iê|yê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|oo|[aăâeêioôơuưy]';
const OPEN =
  'oai|oay|oao|oeo|uya|uây|uôi|ươi|ươu|iêu|yêu|uyu|uêu|[aăâeêioôơuưy]|a[iouy]|â[uy]|eo|êu|i[aou]|o[aei]|ôi|ơi|u[aâêiơy]|ư[aiu]|ya';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:(?:${CLOSED})(?:ch|ng|nh|[cmnpt])|(?:${OPEN}))$`);

/** Runs of letters and symbols between spaces, digits and ordinary punctuation, those with something beyond ASCII. */
const words = (text: string): string[] =>
  (text.match(/[^\s!-@[-`{-~\u2010-\u201f\u2026]+/g) ?? []).filter((word) => /[^\x00-\x7f]/.test(word)); // eslint-disable-line no-control-regex

/** Spelt like Vietnamese: "nghiệp", "ươm", "đ"; not "nghiÖp", "nhaân". */
export function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  return bare === 'đ' || SYLLABLE.test(bare);
}

/** Words beyond ASCII, and the share of them spelt like Vietnamese (1 when there are none). */
export function vietnameseShare(text: string): { words: string[]; share: number } {
  const found = words(text);
  return { words: found, share: found.length === 0 ? 1 : found.filter(isSyllable).length / found.length };
}
