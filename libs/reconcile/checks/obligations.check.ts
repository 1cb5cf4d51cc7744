import { clockKey, isFinal, localDateOf } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { organisationOn, type CampaignDoc, type ObligationDoc } from '#libs/store';
import { GRACE_MS, type CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';
import { dueInstant, judgeObligation, type ObligationVerdict } from '../judge-obligation.js';
import { ownerPost, somebodyFor } from '../owner-post.js';

type Judged = Pick<
  ObligationDoc,
  | '_id'
  | 'campaign'
  | 'cohort'
  | 'kind'
  | 'state'
  | 'clock'
  | 'clockKey'
  | 'settled'
  | 'nextAt'
  | 'version'
  | 'answeringUnit'
  | 'receiver'
  | 'parking'
> & { answeringPost?: string };

const NEEDED = {
  campaign: 1,
  cohort: 1,
  kind: 1,
  state: 1,
  clock: 1,
  clockKey: 1,
  settled: 1,
  nextAt: 1,
  version: 1,
  answeringUnit: 1,
  answeringPost: 1,
  receiver: 1,
  parking: 1,
} as const;

/** Nothing that is owed is without owner or clock, and no instant has passed unheeded. Cancelled campaigns owe nothing. */
export async function checkObligations(context: CheckContext): Promise<Look> {
  const { store, now } = context;
  const projection = { state: 1, suspended: 1, 'plan.standingBody': 1, 'plan.chairPost': 1 };
  const campaigns = (await store.campaigns
    .find({ state: { $ne: 'cancelled' } }, { projection })
    .toArray()) as unknown as CampaignDoc[];
  const byId = new Map(campaigns.map((campaign) => [campaign._id, campaign]));
  const { tree } = await organisationOn(store, localDateOf(now));
  const posts = new Set(await store.posts.distinct('_id', {}));
  const missed = new Map<string, { campaign: string; count: number; since: Date; versions: number }>();
  const found: Found[] = [];
  let checked = 0;
  for await (const document of store.obligations.find({ campaign: { $in: [...byId.keys()] } } as never, {
    projection: NEEDED,
  })) {
    const o = document as unknown as Judged;
    const { plan, suspended } = byId.get(o.campaign)!;
    checked += 1;
    for (const verdict of judgeObligation(o, now, ruleBook)) found.push(clockFinding(context, o, verdict));
    if (isFinal(o.state)) continue;
    const post = ownerPost(o, plan);
    if (post !== null && !somebodyFor(post, posts, tree)) {
      const data = { state: o.state, post };
      found.push(finding('owner-missing', { subject: o._id, campaign: o.campaign, mend: null, mark: o.state, data }));
    }
    if (suspended || o.nextAt === null || o.nextAt.getTime() + GRACE_MS >= now.getTime()) continue;
    const late = missed.get(o.cohort) ?? { campaign: o.campaign, count: 0, since: o.nextAt, versions: 0 };
    const since = late.since < o.nextAt ? late.since : o.nextAt;
    missed.set(o.cohort, { ...late, count: late.count + 1, since, versions: late.versions + o.version });
  }
  for (const [subject, { campaign, count, since, versions }] of missed) {
    const mend = (): Promise<void> => context.engine.nudge(subject);
    found.push(
      finding('act-missed', {
        subject,
        campaign,
        mend,
        mark: String(versions),
        data: { count, since: since.toISOString() },
      }),
    );
  }
  return { checked, found };
}

/** Each repair is guarded by the version that was judged: what moved on meanwhile is left alone. */
function clockFinding({ store, engine, now }: CheckContext, o: Judged, verdict: ObligationVerdict): Found {
  const nextAt = verdict === 'clock-missing' ? dueInstant(o, now, ruleBook) : null;
  const set = async (fields: object): Promise<boolean> => {
    const guard = { _id: o._id, version: o.version };
    const { modifiedCount } = await store.obligations.updateOne(guard, { $set: fields, $inc: { version: 1 } });
    return modifiedCount === 1;
  };
  const mends: Record<ObligationVerdict, (() => Promise<unknown>) | null> = {
    'clock-missing': async () => {
      if (await set({ nextAt })) await engine.nudge(o.cohort);
    },
    'clock-after-end': () => set({ nextAt: null }),
    'derived-differs': () => set({ clockKey: clockKey(o.clock), settled: isFinal(o.state) }),
    'clock-unlike-state': null,
  };
  const data = { state: o.state, phase: o.clock.phase, nextAt: nextAt?.toISOString() };
  return finding(verdict, {
    subject: o._id,
    campaign: o.campaign,
    mend: mends[verdict],
    mark: String(o.version),
    data,
  });
}
