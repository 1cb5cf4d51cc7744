import type { PeriodRegime, RunningPeriods } from '#libs/domain';
import { periodPatterns } from './period-patterns.js';

const OFFICERS_CHOICE = 'Do cán bộ chọn cho phong trào';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const running = (id: string, label: string, every: RunningPeriods): PeriodRegime => ({
  kind: 'running',
  id,
  label,
  source: OFFICERS_CHOICE,
  every,
});

/** Every way a campaign may report: the spans of `period-patterns`, weeks, and periods counted from its first day. */
export const periodRegimes: PeriodRegime[] = [
  ...periodPatterns.map((pattern): PeriodRegime => ({ kind: 'spans', id: pattern.id, pattern })),
  ...WEEKDAYS.map((name, closesOn) => running(`weekly.${name}`, 'Tuần {n} năm {year}', { kind: 'weekly', closesOn })),
  running('campaign.week', 'Tuần thứ {n}', { kind: 'campaign', count: 1, unit: 'week' }),
  running('campaign.ten_days', 'Kỳ 10 ngày thứ {n}', { kind: 'campaign', count: 10, unit: 'day' }),
  running('campaign.month', 'Tháng thứ {n}', { kind: 'campaign', count: 1, unit: 'month' }),
  running('campaign.quarter', 'Quý thứ {n}', { kind: 'campaign', count: 3, unit: 'month' }),
];

/** @param id e.g. `decree09.half`, `weekly.friday`, `campaign.month`  @throws RangeError naming the known ones */
export function periodRegime(id: string): PeriodRegime {
  const found = periodRegimes.find((regime) => regime.id === id);
  if (!found)
    throw new RangeError(`unknown period regime ${id}; known: ${periodRegimes.map((one) => one.id).join(', ')}`);
  return found;
}
