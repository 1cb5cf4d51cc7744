import type { CampaignPlan } from '../plan/plan.types.js';
import { isCeiling } from '../target/ceiling.js';
import { decimal, compare, sumExact } from '../target/decimal.js';
import { goalOf } from '../target/goal.js';
import type { Comparator, Target } from '../target/target.types.js';
import type { TargetLink } from './preparation.types.js';

/** One campaign that carries out the parent's plan. */
export interface ChildPlan {
  code: string;
  targets: Target[];
  links: TargetLink[];
}

/** How the level a child asks stands to the parent's; `unknown` where they are not measured alike. */
export type LevelAgainst = 'less' | 'equal' | 'more' | 'unknown';

export interface TakenTarget {
  target: string;
  name: string;
  goal: number | null;
  by: { campaign: string; target: string; goal: number | null; level: LevelAgainst }[];
  /** Of counts that add up: what all children ask together, against the parent's. Null where that says nothing. */
  together: { goal: number; level: LevelAgainst } | null;
}

export interface Coverage {
  taken: TakenTarget[];
  /** Targets of the parent that no child took up. */
  untaken: { target: string; name: string; goal: number | null }[];
}

/** Which targets of a plan its children took up, and at what level. Cross-checks repeat another target and are not counted. */
export function coverageOf({ targets }: Pick<CampaignPlan, 'targets'>, children: readonly ChildPlan[]): Coverage {
  const owed = targets.filter(({ role }) => role === 'target');
  const taken = owed.flatMap((target): TakenTarget[] => {
    const found = children.flatMap((child) => takenBy(target, child));
    if (found.length === 0) return [];
    const by = found.map(({ campaign, target: one }) => ({
      campaign,
      target: one.id,
      goal: goalOf(one),
      level: levelAgainst(target, one, goalOf(one)),
    }));
    return [
      {
        target: target.id,
        name: target.name,
        goal: goalOf(target),
        by,
        together: together(
          target,
          found.map((one) => one.target),
        ),
      },
    ];
  });
  const known = new Set(taken.map(({ target }) => target));
  return {
    taken,
    untaken: owed
      .filter(({ id }) => !known.has(id))
      .map((target) => ({ target: target.id, name: target.name, goal: goalOf(target) })),
  };
}

const takenBy = (target: Target, { code, targets, links }: ChildPlan): { campaign: string; target: Target }[] =>
  links
    .filter(({ parent }) => parent === target.id)
    .flatMap(({ child }) => targets.filter(({ id }) => id === child).map((one) => ({ campaign: code, target: one })));

/** Of a ceiling the higher number asks less. Other units or kinds of goals are not compared. */
function levelAgainst(parent: Target, child: Target, asked: number | null): LevelAgainst {
  const goal = goalOf(parent);
  if (goal === null || asked === null || !alike(parent, child)) return 'unknown';
  const order = compare(decimal(asked), decimal(goal)) * (isCeiling(parent.comparator) ? -1 : 1);
  return order < 0 ? 'less' : order > 0 ? 'more' : 'equal';
}

/** The family of a comparator: growing and falling goals, changes and states are no levels of each other. */
const family = (comparator: Comparator): string => {
  if (isCeiling(comparator)) return 'ceiling';
  if (['increase_by', 'decrease_by', 'done', 'unclear'].includes(comparator)) return comparator;
  return 'floor';
};

const alike = (a: Target, b: Target): boolean =>
  a.unit.trim().toLocaleLowerCase('vi') === b.unit.trim().toLocaleLowerCase('vi') &&
  family(a.comparator) === family(b.comparator);

/** Shares of one count: a single child may well ask less than the whole. */
function together(parent: Target, children: readonly Target[]): TakenTarget['together'] {
  const goals = children.map(goalOf);
  if (parent.method !== 'sum' || goals.includes(null) || !children.every((child) => alike(parent, child))) return null;
  const goal = sumExact(goals as number[]);
  return { goal, level: levelAgainst(parent, children[0]!, goal) };
}
