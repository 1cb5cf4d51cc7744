import type { WorkCalendar } from '../../calendar/work-calendar.types.js';
import { isRefusal, refuse, type Refusal } from '../../lifecycle/refusal.js';
import { say } from '../../messages/say.js';
import { expandRegime, type ExpandedRegime, type PlannedPeriod } from '../../period/expand-regime.js';
import type { FinalReport, PeriodRegime } from '../../period/period.types.js';
import type { PeriodAnswer, PlanAnswers, RegimeAnswer } from '../answers.types.js';

/** What a regime is looked up in; nothing where nobody knows the id. */
export interface RegimeBook {
  regime(id: string): PeriodRegime | null;
  calendar(id: string): WorkCalendar | null;
}

/** Answers with the periods that the named regime gives, before those written one by one; and what the final report covers. */
export interface WithRegime {
  refused: false;
  periods: PeriodAnswer[];
  final: FinalReport | null;
}

type Answered = Pick<PlanAnswers, 'start' | 'end' | 'periods' | 'regime'>;

/**
 * The periods that the answers come to.
 * @param calendar id of the plan's calendar  @returns a refusal that says which period or rule cannot stand
 * @throws UnknownCalendarYear
 */
export function periodsOfAnswers(answers: Answered, calendar: string, rules: RegimeBook): WithRegime | Refusal {
  const { regime, periods } = answers;
  if (!regime) return { refused: false, periods, final: null };
  const expanded = expandAnswer(regime, answers, calendar, rules);
  if (isRefusal(expanded)) return expanded;
  return {
    refused: false,
    periods: [...expanded.periods.map((period) => periodAnswer(period, regime)), ...periods],
    final: expanded.final,
  };
}

/** The periods of the regime alone, with what each level has and wants. */
export function expandAnswer(
  answer: RegimeAnswer,
  { start, end }: Pick<PlanAnswers, 'start' | 'end'>,
  calendarId: string,
  rules: RegimeBook,
): ExpandedRegime | Refusal {
  const { once, opensBefore, due, stages } = answer;
  const regime: PeriodRegime | null =
    answer.regime === 'once' && once ? { kind: 'once', id: once.id, period: once } : rules.regime(answer.regime);
  if (!regime) return refuse('regime-unknown', { regime: answer.regime });
  const calendar = rules.calendar(calendarId);
  if (!calendar) return refuse('gate.calendar-unknown', { calendar: calendarId });
  const wishes = stages.map(({ levels, wants }) => ({ level: levels.join(', '), wants }));
  return expandRegime(regime, { opensBefore, due, wishes }, { start: start.value, end: end.value }, calendar);
}

/** Due days by level as a written period has them, the highest level first. */
function periodAnswer({ id, label, from, to, opens, levels }: PlannedPeriod, { stages }: RegimeAnswer): PeriodAnswer {
  const dues = stages.flatMap((stage, i) => stage.levels.map((level) => [level, { by: levels[i]!.due }] as const));
  const title = say('period.title', { label: label.charAt(0).toLowerCase() + label.slice(1) });
  return { id, title, from, to, opens, due: Object.fromEntries(dues.reverse()) };
}
