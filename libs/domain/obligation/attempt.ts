import { UnknownCalendarYear } from '../calendar/unknown-calendar-year.js';
import { RecipientMissing } from '../ladder/recipient-missing.js';
import { say, type Language } from '../messages/say.js';
import type { ParkCause } from './parking.types.js';

/** What a computation came to, or why it cannot be made. */
export type Attempt<T> = { result: T; cause: null } | { result: null; cause: ParkCause };

/** Longest text of an unforeseen error that is kept. */
const KEPT = 200;

/** Makes the failure of a pure computation a value. Never put work that reads or writes in here: that is tried again, not parked. */
export function attempt<T>(compute: () => T): Attempt<T> {
  try {
    return { result: compute(), cause: null };
  } catch (error) {
    return { result: null, cause: causeOf(error) };
  }
}

/** The sentence of a cause. */
export function sayCause({ code, data }: ParkCause, language: Language = 'vi'): string {
  return say(`cause.${code}`, data, language);
}

function causeOf(error: unknown): ParkCause {
  if (error instanceof UnknownCalendarYear)
    return { code: error.code, data: { calendar: error.calendar, year: error.year } };
  if (error instanceof RecipientMissing) return { code: error.code, data: { audience: error.audience } };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'not_computable', data: { what: what.slice(0, KEPT) } };
}
