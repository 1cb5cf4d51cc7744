import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Actor } from '../obligation/commands.types.js';
import type { GivenRemark, GivenReply, Remark } from './remark.types.js';

type Reported = { remarks?: Remark[]; attempt: number };

/** The remarks of a return, behind those of all rounds before. */
export function withRemarks(o: Reported, given: readonly GivenRemark[], { post }: Actor, now: Date): Remark[] {
  const made = given.map(({ path, reason, note }, n): Remark => ({
    ...{ id: `r${o.attempt}.${n + 1}`, round: o.attempt, path, reason, note: note.id },
    ...{ by: post, at: now, state: 'unanswered', replies: [] },
  }));
  return [...(o.remarks ?? []), ...made];
}

/** The remarks after a report was handed in again. Every one that waits for an answer must have got one, and nothing else is answered. */
export function withReplies(o: Reported, given: readonly GivenReply[], { post }: Actor, now: Date): Remark[] | Refusal {
  const remarks = o.remarks ?? [];
  const waiting = remarks.filter(({ state }) => state === 'unanswered').map(({ id }) => id);
  const stranger = given.find(({ remark }) => !waiting.includes(remark));
  if (stranger) return refuse('reply-to-nothing', { remark: stranger.remark });
  const replies = new Map(given.map((reply) => [reply.remark, reply]));
  const silent = waiting.filter((id) => !replies.has(id));
  if (silent.length) return refuse('remarks-unanswered', { remarks: silent.join(', '), count: silent.length });
  return remarks.map((one) => {
    const reply = replies.get(one.id);
    if (!reply) return one;
    const kept = { note: reply.note.id, by: post, at: now, attempt: o.attempt + 1 };
    return { ...one, state: 'answered', replies: [...one.replies, kept] };
  });
}

/** The remarks after an acceptance: each answer is taken by name, or the report is not accepted. */
export function resolved(o: Reported, ids: readonly string[]): Remark[] | Refusal {
  const remarks = o.remarks ?? [];
  const open = remarks.filter(({ id, state }) => state !== 'resolved' && !(state === 'answered' && ids.includes(id)));
  if (open.length) return refuse('remarks-open', { remarks: open.map(({ id }) => id).join(', '), count: open.length });
  return remarks.map((one) => ({ ...one, state: 'resolved' }));
}

/** A report taken back takes its answers with it: the remarks it answered wait again. */
export const answersTakenBack = (remarks: readonly Remark[], attempt: number): Remark[] =>
  remarks.map((one) =>
    one.state === 'answered' && one.replies.at(-1)?.attempt === attempt ? { ...one, state: 'unanswered' } : one,
  );

/** Parts that may change: those that an unanswered remark speaks about. Null: the whole report was returned. */
export function openParts({ remarks = [] }: Pick<Reported, 'remarks'>): string[] | null {
  const waiting = remarks.filter(({ state }) => state === 'unanswered');
  return waiting.length ? [...new Set(waiting.map(({ path }) => path))] : null;
}
