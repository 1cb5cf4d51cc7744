import { campaignProcessId, sessionProcessId } from '#libs/contracts';
import { RECORDED, type Recorded, type RecordedName } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';

/** More than this many waiting documents say the same thing over again. */
const ENOUGH = 200;

type Outbox = Pick<Recorded, '_id' | 'book' | 'version' | 'pending' | 'hasPending' | 'toNudge'> & {
  cohort?: string;
  campaign?: string;
};

/** Events reach the journal and wake who they concern. What the relay is just carrying is gone at the second look. */
export async function checkOutbox(context: CheckContext): Promise<Look> {
  const found: Found[] = [];
  let checked = 0;
  for (const name of RECORDED) {
    const collection = context.store.recorded(name);
    checked += await collection.countDocuments({});
    const projection = { book: 1, version: 1, pending: 1, hasPending: 1, toNudge: 1, cohort: 1, campaign: 1 };
    const filter = { $or: [{ hasPending: true }, { toNudge: true }, { 'pending.0': { $exists: true } }] };
    const waiting = (await collection
      .find(filter as never, { projection })
      .limit(ENOUGH)
      .toArray()) as unknown as Outbox[];
    found.push(...waiting.map((document) => judge(context, name, document)));
  }
  return { checked, found };
}

function judge(context: CheckContext, name: RecordedName, document: Outbox): Found {
  const { _id: subject, book: campaign, version, pending, hasPending } = document;
  const about = { subject, campaign, mark: String(version), data: { count: pending.length } };
  if (pending.length === 0) return finding('nudge-waiting', { ...about, mend: nudge(context, name, document) });
  if (hasPending) return finding('outbox-waiting', { ...about, mend: null });
  const mend = (): Promise<unknown> =>
    context.store.recorded(name).updateOne({ _id: subject, version }, { $set: { hasPending: true } });
  return finding('outbox-unmarked', { ...about, mend });
}

/** Wakes the process the document belongs to; the mark itself stays for the relay. */
function nudge({ engine }: CheckContext, name: RecordedName, { _id, cohort, campaign }: Outbox): () => Promise<void> {
  const ids = {
    campaigns: () => campaignProcessId(_id),
    sessions: () => sessionProcessId(_id),
    rounds: () => campaignProcessId(campaign!),
    obligations: () => cohort!,
  };
  return () => engine.nudge(ids[name]());
}
