import type { ProcessAct } from '#libs/contracts';
import {
  attempt,
  clockKey,
  lateAfter,
  say,
  shiftingSuspensions,
  shiftObligation,
  type ParkCause,
  type ShiftedClock,
  type ShiftingSuspension,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { CampaignDoc, ObligationDoc, Store } from '#libs/store';

/** How the next instant of a moved obligation is found. */
type Stage = 'scheduled' | 'running' | 'behind' | 'parked';

/** Obligations on which a suspension does the same: one clock before, one after. */
export interface ShiftGroup {
  key: string;
  stage: Stage;
  /** Null where the clock stays as it is. */
  shifted: ShiftedClock | null;
  cause: ParkCause | null;
  /** True where what was taken back while suspended is no longer overdue: the instant it had missed is to come again. */
  heals: boolean;
  owed: Shiftable[];
}

export type Shiftable = Pick<ObligationDoc, keyof typeof NEEDED | '_id'>;
export type Suspended = Pick<CampaignDoc, 'plan' | 'suspensions'>;

/** What is not reckoned with this suspension yet; what opened after it lost nothing. */
export const unshifted = (cohort: string, { n, to }: ShiftingSuspension) => ({
  cohort,
  settled: false,
  'clock.opensAt': { $lt: to },
  shifted: { $not: { $gte: n } },
});

export async function shiftGroups(
  store: Store,
  cohort: string,
  suspension: ShiftingSuspension,
  { plan }: Suspended,
): Promise<ShiftGroup[]> {
  const found = (await store.obligations
    .find(unshifted(cohort, suspension) as never, { projection: NEEDED })
    .toArray()) as unknown as Shiftable[];
  const groups = new Map<string, ShiftGroup>();
  for (const o of found) {
    const { result, cause } = attempt(() => shiftObligation(o, suspension, plan, ruleBook.calendar(o.clock.calendar)));
    const stage = stageOf(o, suspension);
    const heals = result !== null && healed(o, result);
    const after = result ? clockKey(result.clock) : (cause?.code ?? 'stays');
    const key = [clockKey(o.clock), stage, after, ...(heals ? ['healed'] : [])].join('>');
    const group = groups.get(key);
    if (group) group.owed.push(o);
    else groups.set(key, { key, stage, shifted: result, cause, heals, owed: [o] });
  }
  return [...groups.values()];
}

/** The mass acts by which suspensions that are over move the clocks of a cohort, the earliest suspension first; they come before all that is due. */
export async function shiftActs(store: Store, cohort: string, campaign: Suspended): Promise<ProcessAct[]> {
  for (const suspension of shiftingSuspensions(campaign.suspensions)) {
    const { n } = suspension;
    const groups = await shiftGroups(store, cohort, suspension, campaign);
    if (groups.length === 0) continue;
    return groups.map(({ key, owed }): ProcessAct => ({
      id: `${cohort}|shift-${n}|${key}`,
      kind: 'shift',
      summary: say('act.shifted', { count: owed.length }),
      args: { n, key },
    }));
  }
  return [];
}

function stageOf({ state, nextAt }: Shiftable, { from }: ShiftingSuspension): Stage {
  if (state === 'parked') return 'parked';
  // an act that was due before the suspension and not done yet is still due
  if (nextAt !== null && nextAt <= from) return 'behind';
  return state === 'scheduled' ? 'scheduled' : 'running';
}

const healed = ({ clock, overdueAt }: Shiftable, shifted: ShiftedClock): boolean =>
  clock.phase !== 'review' &&
  overdueAt?.getTime() === lateAfter(clock).getTime() &&
  lateAfter(shifted.clock) > lateAfter(clock);

const NEEDED = {
  campaign: 1,
  round: 1,
  step: 1,
  level: 1,
  kind: 1,
  state: 1,
  version: 1,
  nextAt: 1,
  clock: 1,
  deadlines: 1,
  overdueAt: 1,
} as const;
