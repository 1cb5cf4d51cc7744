import { say, type Language } from '../../messages/say.js';
import { attempt } from '../../obligation/attempt.js';
import { levelDates, type LevelDays } from '../../plan/level-dates.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import { answerFaults } from '../answer-faults.js';
import { composePlan } from '../compose/compose-plan.js';
import { gatherAnswers, isComplete } from '../gather-answers.js';
import type { Preparation } from '../preparation.types.js';
import { answerItems } from './answer-items.js';
import { defectItems } from './defect-items.js';
import { fieldItems } from './field-items.js';
import { forecastItems } from './forecast-items.js';
import type { Finding, Gate, GateItem, GateSurroundings } from './gate.types.js';
import { indicatorItems } from './indicator-items.js';
import { numbered } from './numbered.js';
import { parentItems } from './parent-items.js';
import { periodItems } from './period-items.js';
import { planItems } from './plan-items.js';
import { questionItems } from './question-items.js';
import { regimeItems } from './regime-items.js';
import { restDayItems } from './rest-day-items.js';

/**
 * Everything that is missing or wrong before the launch, each with who may waive it. Pure: the same preparation and surroundings
 * give the same items in the same order.
 * @throws UnitCycle, TwoParents for an organisation that is no tree
 */
export function gate(preparation: Preparation, surroundings: GateSurroundings, language: Language = 'vi'): Gate {
  const regime = regimeItems(preparation, surroundings, language);
  const plan = regime.some(({ severity }) => severity === 'must') ? null : planOf(preparation, surroundings);
  const wrong = plan ? planItems(plan, surroundings, language) : [];
  const sound = plan !== null && wrong.length === 0;
  const findings = [
    ...answerItems(preparation, language),
    ...defectItems(preparation, language),
    ...questionItems(preparation, language),
    ...fieldItems(preparation, surroundings, language),
    ...regime,
    ...wrong,
    ...(plan ? indicatorItems(plan, gatherAnswers(preparation).answers, surroundings.indicators ?? [], language) : []),
    ...(plan ? periodItems(plan, language) : []),
    ...parentItems(preparation, plan, surroundings.parent, language),
    ...(sound && preparation.copied ? restDayItems(plan, surroundings, language) : []),
    ...(sound ? forecastItems(plan, surroundings, language) : []),
  ];
  // one answer may be wrong in the same way in several places; each is an item of its own
  const items = numbered(findings, ({ id }) => id).map(({ id, thing }) =>
    itemOf({ ...thing, id }, preparation, language),
  );
  return { items, clean: sound && items.every(({ open }) => !open), plan, dates: datesOf(plan, surroundings) };
}

/** Empty where a year has no table yet: the plan's own check says so. */
function datesOf(plan: CampaignPlan | null, surroundings: GateSurroundings): LevelDays[] {
  const calendar = plan && surroundings.calendar(plan.calendar);
  return (calendar && attempt(() => levelDates(plan, calendar)).result) ?? [];
}

function planOf(preparation: Preparation, surroundings: GateSurroundings): CampaignPlan | null {
  const gathered = gatherAnswers(preparation);
  if (!isComplete(gathered) || answerFaults(preparation, gathered.answers).length > 0) return null;
  return composePlan({ name: preparation.source, reading: preparation.reading }, gathered.answers, surroundings);
}

function itemOf(finding: Finding, { waivers }: Preparation, language: Language): GateItem {
  const { id, kind, text, severity, field = null, proposal = null, evidence = null } = finding;
  const waivableBy = finding.severity === 'waivable' ? finding.waivableBy : null;
  const found = waivers.findLast(({ item, withdrawn }) => item === id && withdrawn === null);
  const waiver = (severity === 'waivable' && found) || null;
  const waivableByText = say(
    severity === 'warning' ? 'waiver.warning' : `waiver.${waivableBy ?? 'nobody'}`,
    {},
    language,
  );
  const open = severity === 'must' || (severity === 'waivable' && waiver === null);
  return { id, kind, field, text, severity, waivableBy, waivableByText, proposal, evidence, waiver, open };
}
