import { isRefusal, release, repairInstant, standingCause } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import {
  recordUnmoved,
  updateByMap,
  type Change,
  type ObligationDoc,
  type RecordedChange,
  type Store,
} from '#libs/store';
import type { ActFacts } from './due-acts.js';

/**
 * The repair clock of parked obligations has passed: what can be computed now is released, and its own act is due at once;
 * what still fails stays parked under a new repair clock, without a word to anybody.
 */
export async function retryParked(store: Store, cohort: string, { clockKey, at, until: now }: ActFacts): Promise<void> {
  const parked = (await store.obligations
    .find({ cohort, clockKey, nextAt: at, state: 'parked' } as never)
    .toArray()) as unknown as ObligationDoc[];
  if (parked.length === 0) return;
  const campaign = await store.campaigns.findOne({ _id: parked[0]!.campaign }, { projection: { plan: 1 } });
  const plan = campaign!.plan;
  const until = repairInstant(now, plan.calendar, ruleBook);
  const released = new Map<string, RecordedChange>();
  const kept = new Map<string, Change>();
  for (const obligation of parked) {
    const { _id, version, parking } = obligation;
    const cause = standingCause(obligation, now, plan, ruleBook);
    const change = cause === null && release(obligation, now);
    if (change && !isRefusal(change)) released.set(_id, { version, set: change.next, event: change.event });
    else {
      const set = { nextAt: until, version: version + 1, parking: { ...parking, until, ...(cause && { cause }) } };
      kept.set(_id, { set, when: { version: 'same', than: version } });
    }
  }
  await recordUnmoved(store, 'obligations', released);
  await updateByMap(store.obligations, kept);
}
