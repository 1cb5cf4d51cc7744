import type { DeadlineOrigin } from '../../deadline/deadline.types.js';
import type { Duty, DutyKind } from '../../plan/plan.types.js';
import type { Target } from '../../target/target.types.js';
import type { LocalDate } from '../../time/local-date.js';
import type { DueAnswer, WorkdayLimits } from '../answers.types.js';
import { levelOf, limitsOf, receiverOf, type DraftContext } from './draft-context.js';
import { dueRule } from './due-rules.js';
import { targetsFrom } from './target-sources.js';

/** Steps whose levels are consolidated and carry an addressee; a pledge or a score goes to its collector only. */
const REPORTS: readonly DutyKind[] = ['report', 'interim_review', 'final_report'];

export interface Collection {
  kind: DutyKind;
  /** Level → due day, the highest level first. */
  due: Record<string, DueAnswer>;
  origin: DeadlineOrigin;
  cutoff?: LocalDate;
  /** Targets asked here, before each level takes its own. */
  targets: Target[];
  limits?: WorkdayLimits;
}

/** Duties of a step that several levels answer one after the other. */
export function collectedDuties(context: DraftContext, collection: Collection): Duty[] {
  return Object.keys(collection.due).map((key) => collectedDuty(context, collection, key));
}

function collectedDuty(context: DraftContext, collection: Collection, key: string): Duty {
  const { kind, due, origin, cutoff, targets } = collection;
  const { level, owes, to, addressee, copyTo, consolidates } = levelOf(context, key);
  const { workdays } = context.answers;
  const reports = REPORTS.includes(kind);
  const asked = targetsFrom(context.select(owes), targets, context.select);
  return {
    level,
    kind,
    owes,
    to: receiverOf(to),
    ...(reports && addressee ? { addressee } : {}),
    ...(reports && copyTo ? { copyTo } : {}),
    ...(cutoff ? { cutoff } : {}),
    due: dueRule(due[key]!, origin),
    ...limitsOf(collection.limits ?? (kind === 'covenant' ? workdays.covenant : workdays.report)),
    ladder: kind === 'covenant' ? 'pledge' : 'report',
    ...(asked.length > 0 ? { targets: asked } : {}),
    ...(reports && consolidates ? { consolidates } : {}),
  };
}
