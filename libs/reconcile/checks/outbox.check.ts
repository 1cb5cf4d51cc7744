import { markTold, RECORDED, untoldProcesses, type Recorded, type RecordedName } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';

/** More than this many waiting documents say the same thing over again. */
const ENOUGH = 200;

type Outbox = Pick<Recorded, '_id' | 'book' | 'version' | 'pending' | 'hasPending'>;

/** Events reach the journal and wake who they concern. What the relay is just carrying is gone at the second look. */
export async function checkOutbox(context: CheckContext): Promise<Look> {
  const found: Found[] = [];
  let checked = 0;
  for (const name of RECORDED) {
    const collection = context.store.recorded(name);
    checked += await collection.countDocuments({});
    const projection = { book: 1, version: 1, pending: 1, hasPending: 1 };
    const filter = { $or: [{ hasPending: true }, { 'pending.0': { $exists: true } }] };
    const waiting = (await collection
      .find(filter as never, { projection })
      .limit(ENOUGH)
      .toArray()) as unknown as Outbox[];
    found.push(...waiting.map((document) => judge(context, name, document)));
  }
  return { checked, found: [...found, ...(await untold(context))] };
}

function judge(context: CheckContext, name: RecordedName, document: Outbox): Found {
  const { _id: subject, book: campaign, version, pending, hasPending } = document;
  const about = { subject, campaign, mark: String(version), data: { count: pending.length } };
  if (hasPending) return finding('outbox-waiting', { ...about, mend: null });
  const mend = (): Promise<unknown> =>
    context.store.recorded(name).updateOne({ _id: subject, version }, { $set: { hasPending: true } });
  return finding('outbox-unmarked', { ...about, mend });
}

/** Nudges that stand raised and of which the workflow was not told. */
async function untold({ store, engine }: CheckContext): Promise<Found[]> {
  const records = await untoldProcesses(store);
  return records.slice(0, ENOUGH).map((record) =>
    finding('nudge-waiting', {
      subject: record._id,
      campaign: record.campaign,
      mark: String(record.nudge),
      data: { count: record.nudge - record.seen },
      mend: async () => {
        await engine.signal(record);
        await markTold(store, [record]);
      },
    }),
  );
}
