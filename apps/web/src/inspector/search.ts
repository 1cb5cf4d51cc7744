/** Filters in the address, so that a view can be sent to somebody. Browser-safe and small: the router loads it at once. */
type Search = Record<string, unknown>;

const texts = <K extends string>(search: Search, keys: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => (typeof search[key] === 'string' && search[key] !== '' ? [[key, search[key]]] : [])),
  ) as Partial<Record<K, string>>;

export type HistorySearch = Partial<
  Record<'kind' | 'unit' | 'round' | 'obligation' | 'day' | 'view' | 'within', string>
>;
export const historySearch = (search: Search): HistorySearch =>
  texts(search, ['kind', 'unit', 'round', 'obligation', 'day', 'view', 'within']);

export type OperationsSearch = Partial<Record<'campaign' | 'unit' | 'state', string>>;
export const operationsSearch = (search: Search): OperationsSearch => texts(search, ['campaign', 'unit', 'state']);
