import { documentNumber } from './documents.js';
import { type Reading, type Target } from './reading.types.js';
import { evidenceText, squeezed, tokens } from './text.js';

/** Figures as a text may write them: 4550 stands as `4550`, `4.550`, `4.550,0` or `04550`. */
function figures(text: string): Set<number> {
  const found = new Set<number>();
  for (const word of text.normalize('NFC').match(/\d+(?:[.,]\d+)*/g) ?? []) {
    const plain = Number(word.replace(/\./g, '').replace(',', '.'));
    for (const value of [plain, Number(word.replace(/,/g, '')), Number(word.replace(/,/g, '.'))])
      if (Number.isFinite(value)) found.add(value);
    for (const part of word.split(/[.,]/)) found.add(Number(part));
  }
  return found;
}

/** A number that a target may carry without its figure standing in the sentence. */
const silent = new Set(['zero', 'done', 'all_of_rest', 'keep_or_raise', 'unclear']);

function unsupported(target: Target, text: string): string | null {
  const evidence = evidenceText(target.evidence);
  const label = `${target.name ?? '?'} (${evidence})`;
  if (evidence === '') return `no evidence: ${label}`;
  if (!squeezed(text).includes(squeezed(evidence))) return `evidence not in the text: ${label}`;
  if (silent.has(String(target.comparator))) return null;
  const known = figures(text);
  const stray = [target.value, target.min, target.max].find(
    (n) => n !== null && n !== undefined && !known.has(Number(n)),
  );
  return stray === undefined ? null : `number ${stray} not in the text: ${label}`;
}

/** What a reading states and the text does not hold: numbers, quotations, document numbers, names. */
export function invented(reading: Reading, text: string): string[] {
  const all = squeezed(text);
  const found: string[] = [];
  for (const target of reading.numeric_targets ?? []) {
    const reason = unsupported(target, text);
    if (reason) found.push(reason);
  }
  for (const document of reading.cited_documents ?? []) {
    if (document.number && !all.includes(squeezed(document.number))) found.push(`document number: ${document.number}`);
  }
  for (const base of reading.legal_bases ?? []) {
    const number = documentNumber(evidenceText(base));
    if (number && !all.includes(squeezed(number))) found.push(`document number: ${number}`);
  }
  const words = new Set(tokens(text));
  for (const field of ['number', 'theme', 'slogan'] as const) {
    const stray = tokens(reading[field] ?? '').filter((word) => !words.has(word));
    if (stray.length > 0) found.push(`${field}: ${stray.join(' ')}`);
  }
  return found;
}
