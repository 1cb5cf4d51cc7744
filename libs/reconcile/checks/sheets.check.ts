import {
  computeHeader,
  contentHash,
  insertMissing,
  refreshHeaders,
  rowOf,
  standingOf,
  type CampaignDoc,
  type ObligationDoc,
  type RoundDoc,
  type SheetHeaderDoc,
  type SheetRowDoc,
} from '#libs/store';
import type { CheckContext } from '../check.js';
import { headerDifferences, rowDifferences } from '../compare-sheet.js';
import { finding, type Found, type Look } from '../finding.js';

/** Every row is what its obligation makes, every header what its rows make. Rounds with events under way are passed over. */
export async function checkSheets(context: CheckContext): Promise<Look> {
  const { store } = context;
  const campaigns = (await store.campaigns.find({}, { projection: { plan: 1 } }).toArray()) as unknown as CampaignDoc[];
  const look: Look = { checked: 0, found: [] };
  for (const campaign of campaigns) {
    const cohorts: string[] = await store.rounds.distinct('cohort', { campaign: campaign._id } as never);
    for (const cohort of cohorts) {
      const { checked, found } = await ofCohort(context, campaign, cohort);
      look.checked += checked;
      look.found.push(...found);
    }
  }
  return look;
}

async function ofCohort(context: CheckContext, campaign: CampaignDoc, cohort: string): Promise<Look> {
  const { store } = context;
  const rounds = (await store.rounds
    .find({ cohort, hasPending: { $ne: true } } as never)
    .toArray()) as unknown as RoundDoc[];
  const ids = rounds.map(({ _id }) => _id);
  const [obligations, rows, headers] = (await Promise.all([
    store.obligations.find({ cohort, round: { $in: ids } } as never).toArray(),
    store.rows.find({ round: { $in: ids } } as never).toArray(),
    store.headers.find({ _id: { $in: ids } }).toArray(),
  ])) as unknown as [ObligationDoc[], SheetRowDoc[], SheetHeaderDoc[]];
  const found = await rowFindings(context, campaign, obligations, rows);
  const headerOf = new Map(headers.map((header) => [header._id, header]));
  for (const round of rounds) {
    const stored = headerOf.get(round._id);
    if (!stored && round.state === 'laid_out') continue; // its first act makes the header
    const expected = await computeHeader(store, round, campaign.plan, stored?.epoch ?? 0);
    const fields = headerDifferences(stored ?? ({} as SheetHeaderDoc), expected);
    if (fields.length === 0) continue;
    const mend = (): Promise<unknown> => rewriteHeader(context, campaign, round._id);
    const data = { fields: fields.join(', ') };
    found.push(
      finding('header-differs', {
        subject: round._id,
        campaign: campaign._id,
        mend,
        mark: contentHash([stored, expected]),
        data,
      }),
    );
  }
  return { checked: obligations.length + rounds.length, found };
}

async function rowFindings(
  context: CheckContext,
  campaign: CampaignDoc,
  obligations: ObligationDoc[],
  rows: SheetRowDoc[],
): Promise<Found[]> {
  const { store } = context;
  const standing = await standingOf(store, obligations);
  const stored = new Map(rows.map((row) => [row._id, row]));
  const found: Found[] = [];
  for (const o of obligations) {
    const row = stored.get(o._id);
    stored.delete(o._id);
    if (o.hasPending) continue;
    const expected = rowOf(o, standing.get(o.submission));
    const fields = row ? rowDifferences(row, expected) : [];
    if (row && fields.length === 0) continue;
    const mend = async (): Promise<void> => {
      const { _id, ...set } = expected;
      const { matchedCount } = await store.rows.updateOne({ _id, version: { $lte: o.version } }, { $set: set });
      if (matchedCount === 0) await insertMissing(store.rows, [expected]); // or the relay has a newer one by now
      await rewriteHeader(context, campaign, o.round);
    };
    const about = {
      subject: o._id,
      campaign: campaign._id,
      mend,
      mark: contentHash([row, o.version]),
      data: { fields: fields.join(', ') },
    };
    found.push(finding(row ? 'row-differs' : 'row-missing', about));
  }
  for (const row of stored.values()) {
    const mend = async (): Promise<void> => {
      await store.rows.deleteOne({ _id: row._id });
      await rewriteHeader(context, campaign, row.round);
    };
    found.push(finding('row-stray', { subject: row._id, campaign: campaign._id, mend }));
  }
  return found;
}

/**
 * Under a new epoch: the relay that owns the book then reads the sheets again instead of going on from what it remembers. Counted twice:
 * until the first writing the relay could still change rows and header under the old epoch; what it did in between the second one sees.
 */
async function rewriteHeader({ store }: CheckContext, campaign: CampaignDoc, round: string): Promise<void> {
  const options = { returnDocument: 'after' } as const;
  const book = await store.books.findOneAndUpdate({ _id: campaign._id }, { $inc: { epoch: 1 } }, options);
  for (let times = 0; times < 2; times += 1) await refreshHeaders(store, [round], campaign.plan, book?.epoch ?? 0);
}
