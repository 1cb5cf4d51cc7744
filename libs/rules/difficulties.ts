import type { DifficultyRule, LocalDate } from '#libs/domain';

/** Latest first. */
export const difficultyRules: DifficultyRule[] = [
  {
    from: '2000-01-01',
    answerWithin: 10,
    perReport: 20,
    letters: 2_000,
    source:
      'Mặc định của sản phẩm: không văn bản nào ấn định thời hạn cấp trên trả lời khó khăn, vướng mắc nêu trong báo cáo thi đua; kế hoạch của tỉnh Sơn La (văn bản mẫu 000) chỉ yêu cầu phản hồi “để kịp thời … xem xét, giải quyết”',
  },
];

/** @throws RangeError on a day before the first rule */
export function difficultyRuleOn(day: LocalDate): DifficultyRule {
  const rule = difficultyRules.find(({ from }) => from <= day);
  if (!rule) throw new RangeError(`no rule for difficulties on ${day}`);
  return rule;
}
