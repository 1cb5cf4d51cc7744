import { UnknownCalendarYear } from '../../calendar/unknown-calendar-year.js';
import { say, type Language } from '../../messages/say.js';
import { validatePlan } from '../../plan/check-plan.js';
import { sayFinding } from '../../plan/plan-finding.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import type { Finding, GateSurroundings } from './gate.types.js';
import { numbered } from './numbered.js';

/** What would make the campaign stand still, ask nobody or ask the impossible. Nobody may waive it. */
export function planItems(plan: CampaignPlan, surroundings: GateSurroundings, language: Language): Finding[] {
  const calendar = surroundings.calendar(plan.calendar);
  return [
    ...(calendar
      ? []
      : [must('calendar', 'calendar', say('gate.calendar-unknown', { calendar: plan.calendar }, language))]),
    ...(surroundings.codeTaken ? [must('code', 'code', say('code-taken', { code: plan.code }, language))] : []),
    ...(calendar ? found(plan, { ...surroundings, calendar }, language) : []),
  ];
}

function found(plan: CampaignPlan, surroundings: Parameters<typeof validatePlan>[1], language: Language): Finding[] {
  try {
    return numbered(validatePlan(plan, surroundings), ({ code, where }) => `${code}@${where}`).map(({ id, thing }) =>
      must(id, thing.where, sayFinding(thing, language)),
    );
  } catch (error) {
    if (!(error instanceof UnknownCalendarYear)) throw error;
    const { calendar, year } = error;
    return [
      must(`calendar-year@${year}`, 'calendar', say('gate.calendar-year', { calendar, year: String(year) }, language)),
    ];
  }
}

const must = (id: string, field: string, text: string): Finding => ({
  id: `plan:${id}`,
  kind: 'plan',
  field,
  text,
  severity: 'must',
});
