import { localDateOf, type CampaignPlan, type Duty } from '#libs/domain';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';

/** Milliseconds from the step's opening to the deadline: two hundred forms must be open and read by then. */
const DUE_AFTER_MS = 20_000;
/** From the deadline to the lock: the drill's last rung stands one second after the deadline. */
const LOCK_AFTER_MS = 6_000;

/** One reporting step whose deadline lies seconds away, on the ladder of drills; two levels, no figures. */
export function drillPlan(code: string): CampaignPlan {
  const plan = benchPlan({
    code,
    calendar: 'vn-all',
    start: localDateOf(new Date()),
    due: { kind: 'instant', afterMs: DUE_AFTER_MS },
    lockAfter: 1,
    lockAfterMs: LOCK_AFTER_MS,
  });
  const duties = (all: Duty[]): Duty[] =>
    all.filter(({ level }) => level !== 'leaf').map(({ targets: _, ...duty }) => ({ ...duty, ladder: 'drill' }));
  return { ...plan, targets: [], steps: plan.steps.map((step) => ({ ...step, duties: duties(step.duties) })) };
}
