import { attempt, type ParkCause } from '#libs/domain';
import { contentHash, recordOnce, type CampaignDoc, type Store } from '#libs/store';

/** A step whose rounds cannot be computed. Trying again finds the same until somebody mends the cause. */
export class CannotLayOut extends Error {
  constructor(readonly what: ParkCause) {
    super(`a step cannot be laid out: ${JSON.stringify(what)}`);
    this.name = 'CannotLayOut';
  }
}

/** A computation of a lay-out. Never put work that reads or writes in here: that is tried again by the engine. @throws CannotLayOut */
export function computed<T>(compute: () => T): T {
  const { result, cause } = attempt(compute);
  if (cause !== null) throw new CannotLayOut(cause);
  return result;
}

/**
 * Notes on the campaign that a step is stuck and why: once in the journal for each cause, however often it is tried.
 * @param nudge nudges of the campaign's process before this try; a later one has it tried again
 */
export async function markStuck(
  store: Store,
  campaign: CampaignDoc,
  step: string,
  cause: ParkCause,
  { nudge, now }: { nudge: number; now: Date },
): Promise<void> {
  const path = `steps.${campaign.steps.findIndex(({ id }) => id === step)}`;
  const known = campaign.steps.find(({ id }) => id === step)?.stuck;
  const waiting = { [`${path}.state`]: 'waiting' };
  if (known && contentHash(known.cause) === contentHash(cause)) {
    const again = { $set: { [`${path}.stuck.nudge`]: nudge }, $inc: { version: 1 } };
    await store.campaigns.updateOne({ _id: campaign._id, ...waiting }, again);
    return;
  }
  const event = {
    id: `${campaign._id}|stuck|${step}|${contentHash(cause).slice(0, 16)}|${now.toISOString()}`,
    type: 'step_stuck' as const,
    at: now,
    actor: { post: null, person: null },
    data: { step, cause },
  };
  await recordOnce(
    store,
    'campaigns',
    campaign._id,
    event,
    { [`${path}.stuck`]: { cause, since: now, nudge } },
    waiting,
  );
}
