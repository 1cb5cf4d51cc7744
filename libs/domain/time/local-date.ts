/** A calendar day in Việt Nam, `YYYY-MM-DD`. Local facts are stored as days, instants as UTC `Date`s. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
/** Việt Nam keeps UTC+7 without summer time (Asia/Ho_Chi_Minh). */
const OFFSET_MS = 7 * 3_600_000;

/** Days since 1970-01-01; the integer all day arithmetic goes through. @throws RangeError on an impossible date */
export function dayNumber(date: LocalDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return ms / DAY_MS;
}

export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** True for a `YYYY-MM-DD` that exists in the calendar. */
export function isLocalDate(text: string): text is LocalDate {
  try {
    return Number.isInteger(dayNumber(text));
  } catch {
    return false;
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** UTC instant of `HH:mm` local time on `date`. */
export function instantAt(date: LocalDate, time = '00:00'): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(dayNumber(date) * DAY_MS + (hours * 60 + minutes) * 60_000 - OFFSET_MS);
}

/** Last millisecond of the local day: the instant up to which a day still counts. */
export function endOfDay(date: LocalDate): Date {
  return new Date(instantAt(addDays(date, 1)).getTime() - 1);
}

/** The local day an instant falls on. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** `HH:mm` local time of an instant. */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}
