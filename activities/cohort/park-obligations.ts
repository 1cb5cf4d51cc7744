import { isRefusal, park, repairInstant, type ParkCause } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { recordUnmoved, type ObligationDoc, type RecordedChange, type Store } from '#libs/store';

type Parkable = Pick<ObligationDoc, '_id' | 'kind' | 'state' | 'nextAt' | 'version'>;

/** What an act could not be computed for, each with its cause. */
export type Unable = { obligation: Parkable; cause: ParkCause }[];

/**
 * Parks what an act cannot be computed for, so that the rest goes on in the same act (core protocol 2). What somebody changed
 * since it was read is left for the next look.
 * @param act id of the act  @param calendar the campaign's, for the repair clock
 */
export async function parkObligations(
  store: Store,
  unable: Unable,
  act: string,
  now: Date,
  calendar: string,
): Promise<void> {
  const until = repairInstant(now, calendar, ruleBook);
  const changes = new Map<string, RecordedChange>();
  for (const { obligation, cause } of unable) {
    const { _id, version } = obligation;
    const parked = park(obligation, cause, act, now, until);
    if (isRefusal(parked)) await quiet(store, obligation);
    else changes.set(_id, { version, set: parked.next, event: parked.event });
  }
  await recordUnmoved(store, 'obligations', changes);
}

/** What is final owes the engine nothing, so it waits for no instant either. */
async function quiet(store: Store, { _id, version }: Parkable): Promise<void> {
  await store.obligations.updateOne({ _id, version }, { $set: { nextAt: null }, $inc: { version: 1 } });
}
