import { localDateOf, type LocalDate, type WorkCalendar } from '#libs/domain';
import { calendarById } from './calendars/in-force.js';

/** After how many working days of unopened mail a person is to be rung up. */
export interface UnopenedRule {
  /** First day on which it holds. */
  from: LocalDate;
  workingDays: number;
  source: string;
}

/** Latest first. */
export const unopenedRules: UnopenedRule[] = [
  {
    from: '2000-01-01',
    workingDays: 5,
    source: 'Mặc định của sản phẩm: một tuần làm việc; không văn bản nào quy định',
  },
];

/** @throws RangeError on a day before the first rule */
export function unopenedAfter(day: LocalDate): number {
  const rule = unopenedRules.find(({ from }) => from <= day);
  if (!rule) throw new RangeError(`no rule for unopened mail on ${day}`);
  return rule.workingDays;
}

/** The list of whom mail does not reach serves campaigns of every calendar. */
const OFFICE_CALENDAR = 'vn-5d';

/** How long mail may go unopened at this instant. */
export const openingRule = (now: Date): { now: Date; calendar: WorkCalendar; days: number } => ({
  now,
  calendar: calendarById(OFFICE_CALENDAR),
  days: unopenedAfter(localDateOf(now)),
});
