import type { PeriodPattern, PeriodSpan } from '#libs/domain';

const roman = ['I', 'II', 'III', 'IV'];
const months: PeriodSpan[] = Array.from({ length: 12 }, (_, i) => ({
  id: `M${String(i + 1).padStart(2, '0')}`,
  label: `Tháng ${i + 1} năm {year}`,
  firstMonth: i + 1,
  lastMonth: i + 1,
}));
const quarters: PeriodSpan[] = roman.map((name, i) => ({
  id: `Q${i + 1}`,
  label: `Quý ${name} năm {year}`,
  firstMonth: 3 * i + 1,
  lastMonth: 3 * i + 3,
}));
const firstHalf: PeriodSpan = { id: 'H1', label: '6 tháng đầu năm {year}', firstMonth: 1, lastMonth: 6 };
const secondHalf: PeriodSpan = { id: 'H2', label: '6 tháng cuối năm {year}', firstMonth: 7, lastMonth: 12 };
const nineMonths: PeriodSpan = { id: 'M1-9', label: '9 tháng đầu năm {year}', firstMonth: 1, lastMonth: 9 };
const fullYear: PeriodSpan = { id: 'Y', label: 'Năm {year}', firstMonth: 1, lastMonth: 12 };

const spans = {
  month: months,
  quarter: quarters,
  half: [firstHalf, secondHalf],
  nine_months: [nineMonths],
  year: [fullYear],
  /** "6 tháng, một năm": the first half, then the full year. */
  half_and_year: [firstHalf, fullYear],
};

/**
 * Decree 09/2019/NĐ-CP (art. 12 [M]; the days [S] in provincial decisions that restate it): day 15 of the month before to day 14 of the last
 * month. In force from 12/3/2019 [M]; for a campaign before that the pattern is an officer's choice, not law.
 */
const decree09 = { source: 'Nghị định 09/2019/NĐ-CP điều 12 [M], số ngày [S]; hiệu lực 12/3/2019 [M]', closeDay: 14 };
const calendar = { source: 'Tháng, quý, năm dương lịch', closeDay: null };

export const periodPatterns: PeriodPattern[] = Object.entries({ decree09, calendar }).flatMap(
  ([family, { source, closeDay }]) =>
    Object.entries(spans).map(([name, list]) => ({ id: `${family}.${name}`, source, closeDay, spans: list })),
);

/** @param id e.g. `decree09.half_and_year`, `calendar.quarter`  @throws RangeError naming the known ones */
export function periodPattern(id: string): PeriodPattern {
  const found = periodPatterns.find((pattern) => pattern.id === id);
  if (!found)
    throw new RangeError(
      `unknown period pattern ${id}; known: ${periodPatterns.map((pattern) => pattern.id).join(', ')}`,
    );
  return found;
}
