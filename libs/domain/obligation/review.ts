import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { resolved, withRemarks } from '../review/remarks.js';
import { nextInstant, resubmissionClock } from './clocks.js';
import type { Actor, ObligationCommand } from './commands.types.js';
import type { DecideContext, Ruled } from './decision.types.js';
import type { Obligation, ObligationState } from './obligation.types.js';

type Of<T extends ObligationCommand['type']> = Extract<ObligationCommand, { type: T }>;

/** Nobody judges the work of their own unit, nor, in whatever post, what they handed in themselves. */
export const ownWork = (o: Obligation, { unit, person }: Actor): boolean =>
  unit === o.answeringUnit || (!o.enteredBy && person !== null && person === o.submittedBy?.person);

/** Who typed it for the unit does not also find it right, from whatever post. */
const ownEntry = ({ enteredBy: by }: Obligation, { post, person }: Actor): boolean =>
  by != null && (by.post === post || (person !== null && by.person === person));

/** Receipt and acceptance: bound to the content that stands, and an acceptance to every remark's answer. */
export function review(
  o: Obligation,
  command: Of<'receive'> | Of<'accept'>,
  to: ObligationState,
  { actor }: DecideContext,
): Ruled | Refusal {
  const refusal = mayJudge(o, command, actor);
  if (refusal) return refusal;
  if (command.type === 'accept' && ownEntry(o, actor)) return refuse('own-entry');
  const hash = o.contentHash ?? undefined;
  const receipt = hash === undefined ? {} : { contentHash: hash };
  const data = { submission: o.submission, hash };
  if (command.type === 'receive') return { next: { state: to }, type: 'received', data, receipt };
  const remarks = resolved(o, command.resolve ?? []);
  if ('refused' in remarks) return remarks;
  const next = { state: to, nextAt: null, ...(remarks.length && { remarks }) };
  return { next, type: 'accepted', data: { ...data, note: command.note }, receipt };
}

/** A return as a whole, or of the parts that are remarked on; a re-opening is always of the whole. */
export function sendBack(
  o: Obligation,
  command: Of<'return'> | Of<'reopen'>,
  to: ObligationState,
  { now, actor, rules, campaign }: DecideContext,
): Ruled | Refusal {
  // no superior accepts what is signed, and none opens it again: another text or another level does
  if (o.kind === 'covenant') return refuse('illegal-step', { command: command.type, state: o.state });
  const refusal = mayJudge(o, command, actor);
  if (refusal) return refusal;
  // locked without a report: nothing was returned, but it may come after all while the campaign lives
  const lapsed = o.state === 'lapsed';
  if (lapsed && campaign.closed) return refuse('campaign-closed');
  const from = lapsed ? { from: o.state } : { submission: o.submission };
  const clock = resubmissionClock(o, now, rules);
  const given = command.type === 'return' ? (command.remarks ?? []) : [];
  const marked = given.length ? { remarks: withRemarks(o, given, actor, now) } : {};
  const told = given.length ? { remarks: given.map(({ path, reason, note }) => ({ path, reason, note })) } : {};
  return {
    next: {
      ...{ state: to, clock, nextAt: nextInstant(clock, now, rules) },
      ...(lapsed ? {} : { returns: o.returns + 1 }),
      ...marked,
    },
    type: command.type === 'return' ? 'returned' : 'reopened',
    data: { ...from, dueAt: clock.dueAt, clock: clock.version, note: command.note, ...told },
    receipt: { dueAt: clock.dueAt },
  };
}

function mayJudge(o: Obligation, command: ObligationCommand, actor: Actor): Refusal | null {
  if (ownWork(o, actor)) return refuse('own-work');
  const contentHash = 'contentHash' in command ? command.contentHash : undefined;
  const other = contentHash !== undefined && contentHash !== (o.contentHash ?? contentHash);
  return other ? refuse('content-changed') : null;
}
