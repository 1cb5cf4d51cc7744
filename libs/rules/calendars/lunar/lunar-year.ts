import { addDays, dateOfDayNumber, dayNumber, type LocalDate } from '#libs/domain';
import { lunationNear, newMoon, sunLongitude, universal } from './sun-and-moon.js';

/** First day of the lunar year and tenth day of the third lunar month, as solar days at UTC+7. */
export interface LunarDays {
  tet: LocalDate;
  hungKings: LocalDate;
}

/** Julian Day of 1970-01-01T00:00 UTC. */
const EPOCH = 2_440_587.5;
const UTC_PLUS_7 = 7 / 24;

/**
 * Days of the lunar calendar of Việt Nam (UTC+7, Decision 121/CP of 1967 [M]): a month begins on the day of the new moon; month 11 holds the
 * winter solstice; where 13 months lie between two of them, the first without a principal term (the sun passing a multiple of 30°)
 * is the leap month and bears the number of the month before it.
 * @param year solar year in which the Tết lies  @throws RangeError where the series are not trusted
 */
export function lunarDaysOf(year: number): LunarDays {
  if (year < 1990 || year > 2100) throw new RangeError(`no lunar calendar is computed for ${year}`);
  const from = month11(year - 1);
  const to = month11(year);
  const leap = to - from === 13 ? leapMonth(from) : Infinity;
  /** Lunation of the n-th month after month 11, the leap month skipped. */
  const month = (n: number) => from + n + (n >= leap ? 1 : 0);
  return { tet: firstDay(month(2)), hungKings: addDays(firstDay(month(4)), 9) };
}

/** Local day on which a lunation begins. */
const firstDay = (k: number): LocalDate => localDay(newMoon(k));

const localDay = (jde: number): LocalDate => dateOfDayNumber(Math.floor(universal(jde) - EPOCH + UTC_PLUS_7));

/** The lunation that holds the winter solstice of a year: the last that begins on or before its day. */
function month11(year: number): number {
  const solstice = localDay(whenSunAt(270, dayNumber(`${year}-12-21`) + EPOCH));
  let k = lunationNear(dayNumber(solstice) + EPOCH) + 1;
  while (firstDay(k) > solstice) k -= 1;
  return k;
}

/** How many months after `from` the first stands that no principal term falls in. */
function leapMonth(from: number): number {
  for (let n = 1; ; n += 1) if (termAtStart(from + n) === termAtStart(from + n + 1)) return n;
}

/** The 30° sector of the sun at the local midnight that a lunation's first day begins with. */
function termAtStart(k: number): number {
  const midnight = dayNumber(firstDay(k)) + EPOCH - UTC_PLUS_7;
  return Math.floor(sunLongitude(midnight) / 30);
}

/** Instant near `guess` at which the sun stands at `degrees`; it moves about 360° in 365.2422 days. */
function whenSunAt(degrees: number, guess: number): number {
  let at = guess;
  for (let round = 0; round < 6; round += 1) {
    const missing = ((degrees - sunLongitude(at) + 540) % 360) - 180;
    at += (missing * 365.2422) / 360;
  }
  return at;
}
