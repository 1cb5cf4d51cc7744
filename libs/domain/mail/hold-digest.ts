import { firstWorkingDayOnOrAfter, isWorkingDay } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { digestSlot } from '../deadline/slots.js';
import { addDays, instantAt, localDateOf, type LocalDate } from '../time/local-date.js';
import { lastMorning, mondayOf, nextMailDay } from './mail-days.js';
import type { Hold, HoldReason, Preference, RemindingRule } from './reminding.types.js';
import { isPassed, unbounded } from './window.js';

/** Acts that never wait for anything but the hour: whoever is late, sent back or answered is told. */
const FLOOR = ['urge', 'escalate', 'returned', 'extension'];

export interface DigestNotice {
  act: string;
  /** Of the clock it was written for; absent on notices from before it was kept. */
  dueAt?: Date | undefined;
}

/** All that one person is to be told by one digest. */
export interface DigestToHold {
  notices: DigestNotice[];
  slotAt: Date;
  calendar: WorkCalendar;
  preference: Preference;
  /** Digests the person had today, and mails since Monday. */
  sent: { today: number; week: number };
}

/** Does it have to be told this very morning? @throws UnknownCalendarYear */
export function onFloor({ act, dueAt }: DigestNotice, day: LocalDate, calendar: WorkCalendar): boolean {
  return FLOOR.includes(act) || dueAt === undefined || day >= lastMorning(dueAt, calendar);
}

/**
 * Until when a person's digest waits, and why; null: it goes now. Nothing waits past the last morning before its due day, and what
 * stands on the floor takes all the rest along.
 * @throws UnknownCalendarYear
 */
export function holdDigest(digest: DigestToHold, now: Date, rule: RemindingRule): Hold | null {
  const { notices, slotAt, calendar, preference } = digest;
  if (unbounded(rule, calendar)) return null;
  const day = localDateOf(now);
  if (!isWorkingDay(calendar, day)) return { until: digestSlot(now, calendar, preference.digestAt), why: 'rest_day' };
  if (isPassed(slotAt, now, rule)) return { until: digestSlot(now, calendar, preference.digestAt), why: 'late' };
  const hour = instantAt(day, preference.digestAt);
  if (hour > now) return { until: hour, why: 'hour' };
  if (notices.some((notice) => onFloor(notice, day, calendar))) return null;
  const [latest] = waits(digest, day, rule).sort((a, b) => (a.day < b.day ? 1 : -1));
  if (!latest) return null;
  const limit = notices.map(({ dueAt }) => lastMorning(dueAt!, calendar)).sort()[0]!;
  return { until: instantAt(latest.day < limit ? latest.day : limit, preference.digestAt), why: latest.why };
}

/** The mornings it would have to wait for. */
function waits(
  { calendar, preference: { frequency }, sent }: DigestToHold,
  day: LocalDate,
  { budget }: RemindingRule,
): { day: LocalDate; why: HoldReason }[] {
  const mailDay = nextMailDay(day, frequency, calendar);
  const nextMorning = firstWorkingDayOnOrAfter(calendar, addDays(day, 1));
  const nextWeek = firstWorkingDayOnOrAfter(calendar, addDays(mondayOf(day), 7));
  return [
    ...(mailDay > day ? [{ day: mailDay, why: 'frequency' as const }] : []),
    ...(sent.today >= budget.digestsADay ? [{ day: nextMorning, why: 'budget_day' as const }] : []),
    ...(sent.week >= budget.mailsAWeek ? [{ day: nextWeek, why: 'budget_week' as const }] : []),
  ];
}
