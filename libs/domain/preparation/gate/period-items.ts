import { say, type Language } from '../../messages/say.js';
import { overlap } from '../../period/overlap.js';
import { periodsOf } from '../../plan/level-dates.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import type { Finding } from './gate.types.js';

/** A period within another one: told, because the figures of the longer hold those of the shorter. Periods that share only some days are refused by the plan's own check. */
export function periodItems(plan: CampaignPlan, language: Language): Finding[] {
  const periods = periodsOf(plan);
  return periods.flatMap(({ step, period }) =>
    periods
      .filter((other) => other.period !== period && overlap(period, other.period) === 'within')
      .filter((other) => other.period.from <= period.from && period.to <= other.period.to)
      .map((other): Finding => ({
        id: `period:within@${period.id}.${other.period.id}`,
        kind: 'period',
        field: `steps.${step}`,
        text: say('gate.period-within', { id: period.id, longer: other.period.id }, language),
        severity: 'warning',
      })),
  );
}
