import { isRefusal, release, sayCause, standingCause, type ParkCause } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { recordUnmoved, type CampaignDoc, type ObligationDoc } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, spoken, type Found, type Look } from '../finding.js';

/** What waits for an administrator, and why. Where the cause is gone, the repair need not wait for the repair clock. */
export async function checkParked(context: CheckContext): Promise<Look> {
  const { store } = context;
  const campaigns = (await store.campaigns
    .find({ state: { $ne: 'cancelled' } }, { projection: { plan: 1 } })
    .toArray()) as unknown as CampaignDoc[];
  const look: Look = { checked: 0, found: [] };
  for (const campaign of campaigns) {
    const parked = (await store.obligations
      .find({ campaign: campaign._id, state: 'parked' } as never)
      .toArray()) as unknown as ObligationDoc[];
    look.checked += parked.length;
    look.found.push(...parked.map((obligation) => judge(context, obligation, campaign)));
  }
  return look;
}

function judge(context: CheckContext, o: ObligationDoc, { plan }: CampaignDoc): Found {
  const standing = standingCause(o, context.now, plan, ruleBook);
  const said = standing ?? o.parking?.cause;
  const data = {
    since: o.parking?.since.toISOString() ?? null,
    until: o.parking?.until.toISOString() ?? null,
    cause: said ? sayCause(said satisfies ParkCause, spoken()) : null,
    state: o.parking?.parkedFrom ?? 'scheduled',
  };
  const about = { subject: o._id, campaign: o.campaign, mark: String(o.version), data };
  if (standing) return finding('parked', { ...about, mend: null });
  return finding('parked-mended', { ...about, mend: () => releaseNow(context, o) });
}

/** Guarded by the version that was judged; the cohort then does the act that failed. */
async function releaseNow({ store, engine, now }: CheckContext, o: ObligationDoc): Promise<void> {
  const released = release(o, now);
  if (isRefusal(released)) return;
  const change = { version: o.version, set: released.next, event: released.event };
  await recordUnmoved(store, 'obligations', new Map([[o._id, change]]));
  await engine.nudge(o.cohort);
}
