import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { treeAsOf } from '../units/tree.js';
import type { ParentEdge, Post, Unit } from '../units/unit.types.js';
import { checkDeadlines } from './check-deadlines.js';
import { checkLadders } from './check-ladders.js';
import type { LadderBook } from './ladder-book.types.js';
import { checkReferences } from './check-references.js';
import { checkSteps } from './check-steps.js';
import { checkTargets } from './check-targets.js';
import type { PlanFinding } from './plan-finding.js';
import type { CampaignPlan, Duty } from './plan.types.js';

/** What a plan is checked against. */
export interface PlanSurroundings {
  units: Unit[];
  edges: ParentEdge[];
  posts: Post[];
  /** The plan's calendar; without it nothing is said about days that must be counted. */
  calendar?: WorkCalendar;
  /** Without it nothing is said about how people are reminded. */
  ladders?: LadderBook;
}

/**
 * Beginnings of the launch gate: what would make a campaign stand still, ask nobody, or ask the impossible.
 * The tree is that of the campaign's first day.
 * @returns findings in words; empty when the plan can be launched
 */
export function validatePlan(plan: CampaignPlan, surroundings: PlanSurroundings): PlanFinding[] {
  const { units, edges, posts, calendar, ladders } = surroundings;
  const tree = treeAsOf(units, edges, plan.start);
  const owners = (duty: Duty): string[] => tree.select(duty.owes, plan.launchingUnit);
  const collectors = (duty: Duty): (string | null)[] => {
    const { to } = duty;
    return owners(duty).map((unit) => (to === 'parent' ? tree.parentOf(unit) : to.unit));
  };
  const inspection = {
    ...{ plan, tree, posts: new Set(posts.map(({ id }) => id)), owners, collectors },
    ...(calendar && { calendar }),
    ...(ladders && { ladders }),
  };
  return [checkReferences, checkSteps, checkDeadlines, checkLadders, checkTargets].flatMap((check) =>
    check(inspection),
  );
}
