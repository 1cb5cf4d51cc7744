import type { RemindingRule } from './reminding.types.js';

/** Acts whose instant mail may be folded into a digest; what sends back or escalates never is. */
const FOLDABLE = ['open', 'remind', 'extension'];

/**
 * Which of a person's instant notices exceed the budget, so that they wait for the next digest. All count, in the order given.
 * @param sent instant mails the person had today, and mails since Monday
 */
export function instantsBeyond<Notice extends { act: string }>(
  notices: readonly Notice[],
  sent: { today: number; week: number },
  { budget }: RemindingRule,
): { notice: Notice; why: 'budget_day' | 'budget_week' }[] {
  let [today, week] = [sent.today, sent.week];
  return notices.flatMap((notice) => {
    const why = today >= budget.instantsADay ? 'budget_day' : week >= budget.mailsAWeek ? 'budget_week' : null;
    if (why !== null && FOLDABLE.includes(notice.act)) return [{ notice, why } as const];
    today += 1;
    week += 1;
    return [];
  });
}
