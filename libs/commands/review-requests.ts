import {
  changedParts,
  isOpenPart,
  localDateOf,
  openParts,
  partsOf,
  refuse,
  type Actor,
  type GivenRemark,
  type GivenReply,
  type Refusal,
} from '#libs/domain';
import { returnReasonsOn } from '#libs/rules';
import { keepNote, type ObligationDoc, type Store, type SubmissionContent } from '#libs/store';

/** A remark as a reviewer writes it, and the answer to one. */
export interface RemarkText {
  path: string;
  reason: string;
  text: string;
}
export interface ReplyText {
  remark: string;
  text: string;
}

/** Figures of a report that come from below and follow their sheet. */
const computedOf = ({ consolidatedTargets, targets }: ObligationDoc): string[] =>
  consolidatedTargets.filter((target) => !targets.includes(target));

/** Remarks with their words kept apart. Each speaks about a part that is there, or a figure that is asked for, by a reason that holds on this day. */
export async function remarksOf(
  store: Store,
  actor: Actor,
  o: ObligationDoc,
  texts: readonly RemarkText[],
  { key, at }: { key: string; at: Date },
): Promise<GivenRemark[] | Refusal> {
  const day = localDateOf(at);
  const known = new Set(returnReasonsOn(day).map(({ code }) => code));
  const stranger = texts.find(({ reason }) => !known.has(reason));
  if (stranger) return refuse('reason-unknown', { reason: stranger.reason, day });
  const content = await standingContent(store, o);
  const asked = o.kind === 'registration' ? 'pledges' : 'figures';
  const parts = new Set([...partsOf(content).keys(), ...o.targets.map((target) => `${asked}.${target}`), 'narrative']);
  const nowhere = texts.find(({ path }) => !parts.has(path));
  if (nowhere) return refuse('part-unknown', { path: nowhere.path });
  return Promise.all(
    texts.map(async ({ path, reason, text }, n) => ({
      ...{ path, reason },
      note: await keepNote(store, o.campaign, `${o._id}|${actor.post}|${key}|${n}`, text),
    })),
  );
}

export const repliesOf = (
  store: Store,
  actor: Actor,
  o: ObligationDoc,
  texts: readonly ReplyText[],
  key: string,
): Promise<GivenReply[]> =>
  Promise.all(
    texts.map(async ({ remark, text }) => ({
      remark,
      note: await keepNote(store, o.campaign, `${o._id}|${actor.post}|${key}|${remark}`, text),
    })),
  );

/** After a return by parts only those parts may be another content than before. */
export async function closedPartChanged(
  store: Store,
  o: ObligationDoc,
  now: SubmissionContent,
): Promise<Refusal | null> {
  const open = o.state === 'returned' ? openParts(o) : null;
  if (!open) return null;
  const was = await standingContent(store, o);
  const closed = changedParts(was, now, computedOf(o)).find(({ path }) => !isOpenPart(path, open));
  return closed ? refuse('part-not-open', { path: closed.path }) : null;
}

async function standingContent(store: Store, { submission }: ObligationDoc): Promise<SubmissionContent> {
  return (submission && (await store.submissions.findOne({ _id: submission }))?.content) || {};
}
