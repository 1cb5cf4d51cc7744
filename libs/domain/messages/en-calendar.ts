import type { viCalendar } from './vi-calendar.js';

/** English: calendars, their import, deadlines in words, periods. */
export const enCalendar: Record<keyof typeof viCalendar, string> = {
  'calendar-file-broken':
    'The calendar file cannot be read: {why}. Mend it after the model in docs/calendars.md and import it again; nothing was stored.',
  'calendar-file-wrong': 'The calendar file has {count} places to mend; nothing was stored.',
  'calendar-too-far': 'Calendars are computed from {first} to {last}; {year} lies outside. Check the year.',
  'calendar-changed-meanwhile': 'Somebody changed the calendar meanwhile. Look at the difference again and repeat.',
  'calendar.day-of-other-year': '{day} is no day of {year}. Move it to the entry of {own}.',
  'calendar.twice': '{day} is listed twice in {year}. Keep one line.',
  'calendar.off-and-worked': '{day} is both a day off and a day worked instead. Remove one line.',
  'calendar.works-anyway':
    '{day} is a working day anyway, so it cannot be worked instead. Check the day; it is usually a Saturday.',
  'calendar.ends-before-it-starts': 'The last day {to} lies before the first day {from}. Exchange them.',
  'calendar.too-long': '{from} to {to} is longer than {limit} days. Check the years.',
  'calendar.unknown-kind': 'There is no calendar kind “{kind}”. Use: {known}.',
  'calendar.unknown-holiday': 'The law has no holiday named “{holiday}”. Use the exact name: {known}.',
  'calendar.same-id': 'Two local closures have the id “{id}”. One id each.',
  'calendar.no-such-closure': 'There is no local closure “{id}” to withdraw.',
  'day.work': 'working day',
  'day.worked_instead': 'worked instead',
  'day.weekly_rest': 'weekly rest',
  'day.holiday': 'holiday',
  'day.closure': 'local closure',
  'calendar-status.official': 'official',
  'calendar-status.proposed': 'provisional (proposed)',
  'calendar-status.computed': 'provisional (computed by law)',
  'need.event': 'needs the day of the event “{name}”',
  'need.school_week': 'needs the calendar of the school: week {name}',
  'need.school_calendar': 'needs the calendar of the school: {name}',
  'need.hour_of_receipt': 'needs the hour of receipt to count {name}',
  'need.period': 'needs a reporting period for “{name}”',
  'need.impossible_date': '“{name}” is no day of the calendar; ask the writer',
  'need.impossible_hour': '“{name}” is no hour of a day; ask the writer',
  'need.contradiction': '“{name}” does not fit the date beside it; ask the writer',
  'need.wording': 'no day can be seen in “{name}”; write a date',
  'periods-too-tight':
    'From the data close {cutoff} to the due day {due} there are {available} working days for {levels} levels; each needs at least 1. Move the due day to {earliest} or later, or leave out a level.',
  'period.due-too-soon':
    'The due day {due} must lie at least 1 working day after the data close {cutoff} (Decree 09/2019/NĐ-CP, art. 8(5)). The earliest is {earliest}.',
  'period.grace-before-due': 'The grace day {grace} must not lie before the due day {due}.',
  'period.lock-before-grace': 'The lock day {lock} must not lie before {last}.',
  'period.opens-after-due': 'It opens on {opens}, after its due day {due}.',
};
