/** Abbreviations of official Vietnamese that two careful readers may or may not write out; folded on both sides. */
const written: [RegExp, string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bubmttq\b/g, 'uy ban mat tran to quoc'],
  [/\bmttq\b/g, 'mat tran to quoc'],
  [/\bkt ?- ?xh\b/g, 'kinh te xa hoi'],
  [/\bqp ?- ?an\b/g, 'quoc phong an ninh'],
  [/\bantt\b/g, 'an ninh trat tu'],
  [/\bbhyt\b/g, 'bao hiem y te'],
  [/\bdn\b/g, 'doanh nghiep'],
  [/\bhtx\b/g, 'hop tac xa'],
  [/\bthcs\b/g, 'trung hoc co so'],
  [/\bntm\b/g, 'nong thon moi'],
  [/\btp\b/g, 'thanh pho'],
];

/** Lower case without marks, one space between words: two spellings of one wording become one. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[“”„"'‘’*_]/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return written.reduce((line, [short, long]) => line.replace(short, long), plain);
}

/** The words and numbers of a folded text. */
export function tokens(text: string): string[] {
  return fold(text).match(/\d+(?:[.,]\d+)*|[\p{L}]+/gu) ?? [];
}

/** Share of the words of `wanted` that stand in `found`. */
export function coverage(wanted: string, found: string): number {
  const want = new Set(tokens(wanted));
  const have = new Set(tokens(found));
  return want.size === 0 ? 0 : [...want].filter((word) => have.has(word)).length / want.size;
}

/** Likeness of two names, 0 to 1: a short name inside a long one counts nearly as much as an equal one. */
export function likeness(a: string, b: string): number {
  const both = [coverage(a, b), coverage(b, a)];
  return 0.6 * Math.max(...both) + 0.4 * Math.min(...both);
}

/** Every string and number inside a value, as one line: for questions whose inner shape is not laid down. */
export function flat(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'function') return '';
  if (typeof value === 'object') return Object.values(value).map(flat).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The substring a reader names as its evidence, whether bare or with its place. */
export function evidenceText(evidence: unknown): string {
  if (typeof evidence === 'string') return evidence;
  if (Array.isArray(evidence)) return evidence.map(evidenceText).join(' ');
  return evidence && typeof evidence === 'object' && 'text' in evidence ? String(evidence.text) : '';
}

/** A text whose spaces, marks' composition and case do not matter any more, but whose letters do. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLowerCase();
}
