import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { DIGEST_TIME, digestSlot } from '../deadline/slots.js';
import type { NoticeClass } from '../ladder/ladder.types.js';
import type { HoldReason, RemindingRule } from './reminding.types.js';
import { inWindow, isPassed, nextOpening, unbounded } from './window.js';

export interface NoticeToPlace {
  at: Date;
  class: NoticeClass;
  calendar: WorkCalendar;
  /** Hour its reader chose where that is before the usual one. */
  early?: string | undefined;
}

/**
 * The slot that a notice is written for. What is written when its own has passed goes with the next morning mail: all that was missed is one mail.
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
  const hour = early ?? DIGEST_TIME;
  const slotAt = digestSlot(at, calendar, hour);
  if (unbounded(rule, calendar) || !isPassed(slotAt, now, rule)) return { slotAt, why: null };
  return { slotAt: digestSlot(now, calendar, hour), why: 'late' };
}
