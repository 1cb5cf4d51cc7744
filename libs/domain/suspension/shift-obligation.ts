import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import { isWritten } from '../plan/written-date.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { shiftClock, type ShiftedClock } from './shift-clock.js';
import type { ShiftingSuspension } from './suspension.types.js';

type Shiftable = Pick<Obligation, 'step' | 'level' | 'kind' | 'clock' | 'deadlines'>;

/**
 * What a suspension does to one obligation's running clock. A date that the plan wrote and nobody moved since stays as written,
 * unless the decision names a document.
 * @returns null where nothing moves  @throws UnknownCalendarYear
 */
export function shiftObligation(
  o: Shiftable,
  suspension: Pick<ShiftingSuspension, 'from' | 'to' | 'document'>,
  plan: Pick<CampaignPlan, 'steps'>,
  calendar: WorkCalendar,
): ShiftedClock | null {
  if (suspension.document === null && standsAsWritten(o, plan)) return null;
  return shiftClock(o.clock, standsSince(o), suspension, calendar);
}

/** Does this clock still run to the date that stands in the plan for everybody? */
export function standsAsWritten(o: Shiftable, plan: Pick<CampaignPlan, 'steps'>): boolean {
  return o.clock.phase === 'submission' && o.deadlines.at(-1)?.kind === 'plan' && isWritten(plan, o);
}

/** From when the clock's dates stand: a decision about them lost only the days after it. */
function standsSince({ clock, deadlines }: Shiftable): Date {
  const decided = clock.phase === 'review' ? undefined : deadlines.at(-1);
  return decided && decided.kind !== 'plan' && decided.at > clock.opensAt ? decided.at : clock.opensAt;
}
