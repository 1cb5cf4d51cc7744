import type { PageOf } from '#libs/contracts/http/index.js';

/** One page from `limit + 1` documents found: the last one only tells that there is more. */
export function paged<D, V>(
  found: D[],
  limit: number,
  cursor: (document: D) => string,
  view: (document: D) => V,
): PageOf<V> {
  const shown = found.slice(0, limit);
  const last = shown[shown.length - 1];
  return { items: shown.map(view), next: found.length > limit && last !== undefined ? cursor(last) : null };
}
