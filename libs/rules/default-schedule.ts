import { addWorkingDays, type LocalDate, type WorkCalendar } from '#libs/domain';

/** Where a level's day comes from: working days after the close, or a day of the closing month. */
type DayRule = { afterClose: number } | { dayOfMonth: number };

export interface ScheduledLevel {
  level: 'unit' | 'department' | 'standing_body' | 'province' | 'government';
  rule: DayRule;
  /** Why this day; `đề xuất` where it is ours. */
  ground: string;
}

/**
 * Days to offer when a plan is silent about its levels, for half-year and yearly reports that close on day 14: thôn, tổ, trường → xã, sở → Sở Nội vụ →
 * UBND tỉnh → bộ → Chính phủ. An offer, never applied by itself.
 */
export const defaultSchedule: ScheduledLevel[] = [
  { level: 'unit', rule: { afterClose: 1 }, ground: 'tối thiểu theo Nghị định 09/2019/NĐ-CP điều 8 khoản 5 [S]' },
  { level: 'department', rule: { afterClose: 2 }, ground: 'Khánh Hòa, QĐ 01/2023/QĐ-UBND [S]' },
  { level: 'standing_body', rule: { dayOfMonth: 18 }, ground: 'đề xuất' },
  { level: 'province', rule: { dayOfMonth: 20 }, ground: 'TT 44/2019/TT-BGTVT [S]' },
  { level: 'government', rule: { dayOfMonth: 25 }, ground: 'Nghị định 09/2019/NĐ-CP điều 13 [S]' },
];

export interface OfferedDay extends ScheduledLevel {
  due: LocalDate;
  /** True where less than one working day lies between the day below and this one. */
  starved: boolean;
}

/** The days of the default schedule for one close. A day of the month stays where it is, also on rest. @throws UnknownCalendarYear */
export function offeredSchedule(close: LocalDate, calendar: WorkCalendar): OfferedDay[] {
  let below = close;
  return defaultSchedule.map((level) => {
    const due =
      'afterClose' in level.rule
        ? addWorkingDays(calendar, close, level.rule.afterClose)
        : `${close.slice(0, 8)}${String(level.rule.dayOfMonth).padStart(2, '0')}`;
    const starved = due < addWorkingDays(calendar, below, 1);
    below = due;
    return { ...level, due, starved };
  });
}
