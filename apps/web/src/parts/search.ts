/** Filters in the address, so that a view can be sent to somebody. Small: the router loads it at once. */
type Search = Record<string, unknown>;

/** Of what stands in an address, the texts that a screen knows; what is empty does not count. */
export const texts = <K extends string>(search: Search, keys: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => (typeof search[key] === 'string' && search[key] !== '' ? [[key, search[key]]] : [])),
  ) as Partial<Record<K, string>>;

/** The address with some of it changed; what is emptied goes out of it. */
export const changed =
  <N extends object>(next: N) =>
  <B extends object>(before: B): B & Partial<N> =>
    Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => !!value)) as B & Partial<N>;
