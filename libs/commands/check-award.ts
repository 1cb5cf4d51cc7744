import { refuse, type Refusal } from '#libs/domain';
import { planOf, type ObligationDoc, type SessionDoc, type Store, type SubmissionContent } from '#libs/store';

/** No proposal over the plan's quota, none twice, and none past the council where one had to pass it. */
export async function proposalRefused(
  store: Store,
  { campaign: id }: ObligationDoc,
  content: SubmissionContent,
): Promise<Refusal | null> {
  const items = (content.items ?? []) as string[];
  const { quota } = (await planOf(store, id)).award;
  if (items.length > quota) return refuse('over-quota', { count: items.length, quota });
  const session = (await store.sessions.findOne({ campaign: id } as never)) as unknown as SessionDoc | null;
  if (session) {
    const passed = new Set(session.tally?.filter((one) => one.passed).map(({ item }) => item));
    const stray = items.find((item) => !passed.has(item));
    if (stray !== undefined) return refuse('not-passed', { item: stray });
  }
  return twice(items);
}

/** Only what was proposed is awarded, each once. Where nothing was proposed the decision stands alone. */
export async function decisionRefused(
  store: Store,
  { campaign }: ObligationDoc,
  content: SubmissionContent,
): Promise<Refusal | null> {
  const awarded = (content.awarded ?? []) as string[];
  const proposed = await proposedIn(store, campaign);
  const stray = proposed && awarded.find((item) => !proposed.items.includes(item));
  return stray ? refuse('not-proposed', { item: stray }) : twice(awarded);
}

/** The proposal that stands; null where none was handed in. */
export async function proposedIn(
  store: Store,
  campaign: string,
): Promise<{ obligation: string; number: string; items: string[] } | null> {
  const filter = { campaign, kind: 'proposal', submission: { $ne: null } };
  const owed = (await store.obligations.findOne(filter as never)) as ObligationDoc | null;
  const standing = owed?.submission && (await store.submissions.findOne({ _id: owed.submission }));
  if (!standing) return null;
  const { number, items = [] } = standing.content as { number: string; items?: string[] };
  return { obligation: owed._id, number, items };
}

function twice(items: readonly string[]): Refusal | null {
  const item = items.find((one, n) => items.indexOf(one) !== n);
  return item === undefined ? null : refuse('named-twice', { item });
}
