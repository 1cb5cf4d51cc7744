import type { LocalDate, RemindingRule } from '#libs/domain';

/** Latest first. */
export const remindingRules: RemindingRule[] = [
  {
    from: '2000-01-01',
    window: { opens: '07:00', closes: '17:00' },
    digest: { earliest: '07:00', latest: '10:30', stepMinutes: 15 },
    budget: { instantsADay: 5, digestsADay: 1, mailsAWeek: 20 },
    lateAfter: 15,
    linesTogether: 10,
    unbounded: ['vn-all'],
    source: 'Mặc định của sản phẩm; không văn bản nào quy định giờ gửi và số thư nhắc việc',
  },
];

/** @throws RangeError on a day before the first rule */
export function remindingRule(day: LocalDate): RemindingRule {
  const rule = remindingRules.find(({ from }) => from <= day);
  if (!rule) throw new RangeError(`no rule for reminding on ${day}`);
  return rule;
}
