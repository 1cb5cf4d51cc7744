import type { LocalDate } from '#libs/domain';

/** How often a declared delay ("tôi sẽ nộp muộn") may be moved again on one clock. */
export interface DelayRule {
  /** First day on which it holds. */
  from: LocalDate;
  moves: number;
  source: string;
}

/** Latest first. */
export const delayRules: DelayRule[] = [
  {
    from: '2000-01-01',
    moves: 1,
    source: 'Mặc định của sản phẩm; không văn bản nào quy định việc khai báo nộp muộn',
  },
];

/** @throws RangeError on a day before the first rule */
export function delayMoves(day: LocalDate): number {
  const rule = delayRules.find(({ from }) => from <= day);
  if (!rule) throw new RangeError(`no rule for declared delays on ${day}`);
  return rule.moves;
}
