import type { Refusal } from '#libs/domain';
import { accountRefusal } from '../refusals.js';
import { COMMON_WORDS, SEQUENCES } from './common-words.js';

/** NIST SP 800-63B-4, 3.1.1.2: a password that is the only factor has at least 15 characters, and no rule of composition. */
export const LEAST = 15;
/** At least 64 must be allowed (same place); an end, so that nobody sends a book to be hashed. */
export const MOST = 200;

/** Characters that may stand beside what is common: three digits or marks more make no secret. */
const FEW = 3;
/** Shorter runs of a sequence stand in ordinary words. */
const RUN = 4;

/**
 * Whether a password may be chosen (NIST SP 800-63B-4, 3.1.1.2): length, and not one of the many that everybody tries: common words in a
 * row, repetition, sequences, the own address or the name of the service.
 * @param login mail address it belongs to  @returns null when it may
 */
export function refusePassword(password: string, login: string): Refusal | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < LEAST) return accountRefusal('password-short', { least: LEAST });
  if (length > MOST) return accountRefusal('password-long', { most: MOST });
  return isCommon(password, login) ? accountRefusal('password-common') : null;
}

function isCommon(password: string, login: string): boolean {
  const plain = folded(password);
  if (new Set(plain).size <= FEW || repeats(plain)) return true;
  const own = login
    .split(/[@.+_-]/)
    .map(folded)
    .filter((part) => part.length > 1);
  const words = [...own.sort((a, b) => b.length - a.length), ...COMMON_WORDS];
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), withoutRuns(plain)).replace(/\s|\d/g, '');
  return left.length <= FEW;
}

/** Small letters without marks and separators. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** One chunk, at most half as long, written again and again. */
function repeats(plain: string): boolean {
  return /^(.+?)\1+.{0,3}$/u.test(plain);
}

function withoutRuns(plain: string): string {
  let rest = plain;
  for (const row of SEQUENCES.flatMap((one) => [one, [...one].reverse().join('')]))
    for (let size = row.length; size >= RUN; size -= 1)
      for (let from = 0; from + size <= row.length; from += 1)
        rest = rest.replaceAll(row.slice(from, from + size), ' ');
  return rest;
}
