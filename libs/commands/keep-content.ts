import type { Actor, OnBehalf } from '#libs/domain';
import { contentHash, keepSubmission, type ObligationDoc, type Store, type SubmissionContent } from '#libs/store';

/**
 * Keeps what is handed in before the one write that counts: immutable, an orphan is harmless.
 * @param about.amendment number of the note whose figures are taken into the report that stands; its attempt stays
 * @param about.onBehalf the paper an officer typed it from
 */
export async function keepContent(
  store: Store,
  actor: Actor,
  o: ObligationDoc,
  content: SubmissionContent,
  { at, amendment, onBehalf }: { at: Date; amendment?: number; onBehalf?: OnBehalf },
): Promise<{ submission: string; contentHash: string }> {
  const attempt = amendment === undefined ? o.attempt + 1 : o.attempt;
  const place = amendment === undefined ? `${attempt}` : `${attempt}+${amendment}`;
  const hash = contentHash({ obligation: o._id, attempt, content });
  const submission = `${o._id}#${place}#${hash.slice(0, 16)}`;
  const by = { post: actor.post, person: actor.person };
  const about = { obligation: o._id, campaign: o.campaign, attempt, by, at, contentHash: hash };
  const amends = amendment === undefined ? {} : { amends: o.submission! };
  await keepSubmission(store, { _id: submission, ...about, ...amends, content, ...(onBehalf && { onBehalf }) });
  return { submission, contentHash: hash };
}
