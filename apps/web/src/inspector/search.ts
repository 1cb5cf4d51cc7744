import { texts } from '../parts/search';

type Search = Record<string, unknown>;

export type HistorySearch = Partial<
  Record<'kind' | 'unit' | 'round' | 'obligation' | 'day' | 'view' | 'within', string>
>;
export const historySearch = (search: Search): HistorySearch =>
  texts(search, ['kind', 'unit', 'round', 'obligation', 'day', 'view', 'within']);

export type OperationsSearch = Partial<Record<'campaign' | 'unit' | 'state', string>>;
export const operationsSearch = (search: Search): OperationsSearch => texts(search, ['campaign', 'unit', 'state']);
