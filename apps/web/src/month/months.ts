import type { Code } from '../messages/vi';

/** The month beside a month, `YYYY-MM`. */
export function besides(month: string, step: 1 | -1): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const at = year * 12 + (number - 1) + step;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** `12/2026` */
export const titleOf = (month: string): string => month.split('-').reverse().join('/');

/** From Monday on, as offices print calendars. */
export const WEEKDAYS: Code[] = ['month.mo', 'month.tu', 'month.we', 'month.th', 'month.fr', 'month.sa', 'month.su'];

/** Column of a weekday, 0 = Monday. @param weekday 0 = Sunday … 6 = Saturday */
export const columnOf = (weekday: number): number => (weekday + 6) % 7;

/** Rows of seven, with empty places before the first day and after the last. */
export function weeksOf<T extends { weekday: number }>(days: readonly T[]): (T | null)[][] {
  const before = Array.from({ length: columnOf(days[0]?.weekday ?? 1) }, () => null);
  const all = [...before, ...days];
  return Array.from({ length: Math.ceil(all.length / 7) }, (_, n) =>
    Array.from({ length: 7 }, (_day, column) => all[n * 7 + column] ?? null),
  );
}
