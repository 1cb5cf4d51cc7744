import { workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { say, type Language, type MessageCode } from '../messages/say.js';
import { localDateOf, localTimeOf, weekday } from '../time/local-date.js';

/** "Hạn: 24:00 thứ Sáu ngày 09/12/2026 (giờ Việt Nam)": hour and zone are always said (row 28). */
export function dueWords(dueAt: Date, overdue: boolean, language: Language = 'vi'): string {
  const day = localDateOf(dueAt);
  const [year, month, date] = day.split('-');
  const time = localTimeOf(dueAt) === '23:59' ? '24:00' : localTimeOf(dueAt);
  const name = say(`weekday.${weekday(day)}` as MessageCode, {}, language);
  const data = { time, weekday: name, day: `${date}/${month}/${year}` };
  return say(overdue ? 'mail.was-due' : 'mail.due', data, language);
}

/**
 * How many working days are left until a due instant, or passed since. Today is not counted, the due day is.
 * @throws UnknownCalendarYear
 */
export function leftWords(dueAt: Date, now: Date, calendar: WorkCalendar, language: Language = 'vi'): string {
  const [today, due] = [localDateOf(now), localDateOf(dueAt)];
  if (dueAt < now) {
    const days = Math.max(0, workingDaysBetween(calendar, due, today));
    return say('mail.left.passed', { days }, language);
  }
  const days = workingDaysBetween(calendar, today, due);
  return days === 0 ? say('mail.left.last', {}, language) : say('mail.left', { days }, language);
}
