import type { Comparator } from './target.types.js';

const CEILINGS: readonly Comparator[] = ['at_most', 'less_than', 'zero'];

/** A goal of which little is wanted (poverty, crime): the lower number asks more. */
export const isCeiling = (comparator: Comparator): boolean => CEILINGS.includes(comparator);
