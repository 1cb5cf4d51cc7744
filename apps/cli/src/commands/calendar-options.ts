import { isLocalDate, UnknownCalendarYear } from '#libs/domain';
import { tell } from '../messages/tell.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { oneOf } from '../system/options.js';

/** Kinds of office people ask for; the drill calendar is not among them. */
const KINDS = ['vn-5d', 'vn-6d'] as const;
export const kindOption = oneOf('--kind', KINDS, 'expect.kind');

/** Whole year of a command's argument. */
export const yearArgument = (value: string): number => {
  if (!isLocalDate(`${value}-01-01`)) throw new Leave(MISUSED, tell('calendar.no-year', { year: value }));
  return Number(value);
};

/** @throws Leave with the sentence of a year that no table has */
export function knowing<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UnknownCalendarYear) throw new Leave(REFUSED, error.message);
    throw error;
  }
}
