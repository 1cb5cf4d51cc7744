import { UnknownCalendarYear } from '../../calendar/unknown-calendar-year.js';
import { isRefusal, refuse, type Refusal } from '../../lifecycle/refusal.js';
import { say, type Language, type MessageCode } from '../../messages/say.js';
import type { ExpandedRegime } from '../../period/expand-regime.js';
import { DEFAULT_CALENDAR } from '../compose/compose-plan.js';
import { expandAnswer } from '../compose/regime-periods.js';
import type { PreparationAnswers } from '../answers.types.js';
import { gatherAnswers } from '../gather-answers.js';
import type { Preparation } from '../preparation.types.js';
import type { Finding, GateSurroundings } from './gate.types.js';

/** What keeps a regime from giving its periods, and which levels it leaves less time than they would like (F4). */
export function regimeItems(preparation: Preparation, surroundings: GateSurroundings, language: Language): Finding[] {
  const { answers } = gatherAnswers(preparation);
  const found = expanded(answers, surroundings);
  if (found === null) return [];
  if (isRefusal(found)) return [must(found, language)];
  const warned = found.periods.flatMap(({ id, levels }) =>
    levels
      .filter(({ starved }) => starved)
      .map(({ level, has, wants, due }): Finding => ({
        id: `period:starved@${id}.${level}`,
        kind: 'period',
        field: 'regime',
        text: say('gate.level-starved', { period: id, names: level, has, wants, due }, language),
        severity: 'warning',
      })),
  );
  return [...lost(found, answers, language), ...warned];
}

function expanded(answers: PreparationAnswers, surroundings: GateSurroundings): ExpandedRegime | Refusal | null {
  const { regime, start, end, levels, head } = answers;
  if (!regime || !start || !end || answers.laidOut) return null;
  const unknown = regime.stages.flatMap((stage) => stage.levels).find((one) => levels && !Object.hasOwn(levels, one));
  if (unknown !== undefined) return refuse('answer.level-unknown', { field: 'regime', level: unknown });
  const rules = { regime: surroundings.regime ?? (() => null), calendar: surroundings.calendar };
  try {
    return expandAnswer(regime, { start, end }, head?.calendar ?? DEFAULT_CALENDAR, rules);
  } catch (error) {
    if (!(error instanceof UnknownCalendarYear)) throw error;
    return refuse('gate.calendar-year', { calendar: error.calendar, year: String(error.year) });
  }
}

/** A period that the end cuts must have a final report to join. */
function lost({ final }: ExpandedRegime, { steps = [] }: PreparationAnswers, language: Language): Finding[] {
  const joined = steps.some(({ kind, skip }) => kind === 'final_report' && !skip);
  if (final.joins.length === 0 || joined) return [];
  const ids = final.joins.map(({ id }) => id).join(', ');
  return [must(refuse('answer.cut-without-final', { ids }), language)];
}

const must = ({ code, data }: Refusal, language: Language): Finding => ({
  id: `answer:regime:${code.slice(code.indexOf('.') + 1)}`,
  kind: 'answer',
  field: 'regime',
  text: say(code as MessageCode, data, language),
  severity: 'must',
});
