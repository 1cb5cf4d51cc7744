import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { DIGEST_TIME, digestSlot } from '../deadline/slots.js';
import type { NoticeClass } from '../ladder/ladder.types.js';
import type { HoldReason, RemindingRule } from './reminding.types.js';
import { inWindow, isPassed, lateSlot, nextOpening, unbounded } from './window.js';

export interface NoticeToPlace {
  at: Date;
  class: NoticeClass;
  calendar: WorkCalendar;
  /** Hour its reader chose where that is before the usual one. */
  early?: string | undefined;
}

/**
 * The slot that a notice is written for.
 * @returns `slotAt` null: at once; `why` where it is not the slot of its class
 * @throws UnknownCalendarYear
 */
export function slotOfNotice(
  notice: NoticeToPlace,
  now: Date,
  rule: RemindingRule,
): { slotAt: Date | null; why: HoldReason | null } {
  const { at, calendar, early } = notice;
  if (notice.class === 'instant') {
    const leaves = at > now ? at : now;
    if (inWindow(leaves, calendar, rule)) return { slotAt: null, why: null };
    return { slotAt: nextOpening(leaves, calendar, rule), why: 'window' };
  }
  const slotAt = digestSlot(at, calendar, early ?? DIGEST_TIME);
  if (unbounded(rule, calendar) || !isPassed(slotAt, now, rule)) return { slotAt, why: null };
  return { slotAt: lateSlot(now, calendar, rule), why: 'late' };
}
