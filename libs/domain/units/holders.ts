import type { LocalDate } from '../time/local-date.js';
import { isValidOn } from './tree.js';
import type { PostHolder } from './unit.types.js';

/** Who holds a post on a day; null while it is vacant. @param terms of one post, by their first day: the last to begin counts */
export function holderOn(terms: readonly Pick<PostHolder, 'person' | 'from' | 'to'>[], day: LocalDate): string | null {
  return terms.findLast(({ from, to }) => isValidOn({ validFrom: from, validTo: to }, day))?.person ?? null;
}
