import { lateAfter } from '../ladder/late-after.js';
import { standingOf } from '../period/period-dates.js';
import type { Obligation } from '../obligation/obligation.types.js';

type Owed = Pick<Obligation, 'clock' | 'deadlines' | 'submittedAt' | 'onTime' | 'onTimeOriginal' | 'overdueAt'>;

/**
 * Timeliness of an answer: the first one counts, against the date granted at that moment and against the first date; overdue is a fact of
 * the clock that runs, whether or not the engine has looked.
 */
export function handedIn(
  { clock, deadlines, submittedAt, onTime, onTimeOriginal, overdueAt }: Owed,
  now: Date,
): Pick<Obligation, 'submittedAt' | 'onTime' | 'onTimeOriginal' | 'overdueAt'> {
  const late = lateAfter(clock);
  const met = (at: number): boolean => standingOf(deadlines.at(at)!, now) !== 'late';
  const first = submittedAt === null;
  return {
    submittedAt: submittedAt ?? now,
    onTime: first ? met(-1) : onTime,
    onTimeOriginal: first ? met(0) : onTimeOriginal,
    overdueAt: now > late ? late : overdueAt,
  };
}
