import type { Obligation } from '../obligation/obligation.types.js';
import { standsAsWritten } from '../suspension/shift-obligation.js';
import type { CampaignPlan } from './plan.types.js';

type Owed = Pick<Obligation, '_id' | 'step' | 'level' | 'kind' | 'clock' | 'deadlines'>;

/**
 * Would extending these move a date that the plan wrote for everybody? It would where nobody is left behind on it. One obligation
 * alone is one unit's matter, however many still owe.
 * @param owing all of the campaign that still owe
 */
export function movesForEverybody(
  selected: readonly Owed[],
  owing: readonly Owed[],
  plan: Pick<CampaignPlan, 'steps'>,
): boolean {
  if (selected.length < 2) return false;
  const chosen = new Set(selected.map(({ _id }) => _id));
  const written = owing.filter((one) => standsAsWritten(one, plan));
  const left = new Set(written.filter(({ _id }) => !chosen.has(_id)).map(dutyKey));
  return written.some((one) => chosen.has(one._id) && !left.has(dutyKey(one)));
}

const dutyKey = ({ step, level, kind }: Owed): string => `${step}|${level}|${kind}`;
