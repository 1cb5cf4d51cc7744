import { ladderFaults } from '../ladder/ladder-faults.js';
import { dutiesOf, type PlanInspection } from './plan-inspection.js';
import { planFinding, type PlanFinding } from './plan-finding.js';

/** No duty reminds by a ladder that is unknown, nags above the cap or says less than the floor. */
export function checkLadders({ plan, ladders }: PlanInspection): PlanFinding[] {
  if (!ladders) return [];
  return dutiesOf(plan).flatMap(({ duty, where }) => {
    const { ladder: id } = duty;
    const known = ladders.byId(id);
    if (!known) return [planFinding('unknown-ladder', { where, id })];
    const { most, lastReminder, firstAfter } = ladders.bounds;
    const [remind, urge, escalate] = [most.remind, most.urge, most.escalate].map(String);
    const data = { where, id, remind, urge, escalate, lastReminder: `${lastReminder}`, firstAfter: `${firstAfter}` };
    return ladderFaults(known.ladder, known.varied, ladders.bounds).map((fault) => planFinding(fault, data));
  });
}
