import type { Dump } from '../../apps/cli/src/demo/dump.js';
import type { MessageDoc, NoticeDoc } from '#libs/store';

/** States in which a mail rests. */
const AT_REST = new Set(['sent', 'unconfirmed', 'withdrawn', 'failed']);

/**
 * Where the mails of a disturbed run are not those of the undisturbed one: every notice is there once and at rest, one that was
 * sent then is sent, or listed with a reason; a sent message was caught exactly once, an unconfirmed one at most once, any other never.
 */
export function mailDifferences(expected: Dump, found: Dump): string[] {
  return [...noticeDifferences(expected, found), ...catches(found)];
}

export const unconfirmed = (dump: Dump): number =>
  messagesOf(dump).filter(({ state }) => state === 'unconfirmed').length;

function noticeDifferences(expected: Dump, found: Dump): string[] {
  const then = new Map(noticesOf(expected).map((notice) => [notice._id, notice]));
  const now = new Map(noticesOf(found).map((notice) => [notice._id, notice]));
  const lost = [...then.keys()].filter((id) => !now.has(id)).map((id) => `notice ${id} is missing`);
  return [...lost, ...[...now].flatMap(([id, notice]) => fate(then.get(id), notice))];
}

function fate(then: NoticeDoc | undefined, { _id, state, reason }: NoticeDoc): string[] {
  if (!then) return [`notice ${_id} is one too many`];
  if (!AT_REST.has(state)) return [`notice ${_id} still ${state}`];
  if (state === then.state || (state === 'unconfirmed' && then.state === 'sent')) return [];
  return reason
    ? [`notice ${_id}: ${then.state} undisturbed, ${state} here (${reason})`]
    : [`notice ${_id}: ${state} without a reason`];
}

function catches(dump: Dump): string[] {
  const copies = new Map<string, number>();
  for (const { messageId } of dump.caught) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  const messages = messagesOf(dump);
  const known = new Set(messages.map(({ messageId }) => messageId));
  const unknown = [...copies.keys()].filter((id) => !known.has(id)).map((id) => `caught ${id}, which nobody sent`);
  return [...unknown, ...messages.flatMap((message) => miscaught(message, copies.get(message.messageId) ?? 0))];
}

function miscaught({ _id, state }: MessageDoc, copies: number): string[] {
  const allowed = state === 'sent' ? [1] : state === 'unconfirmed' ? [0, 1] : [0];
  return allowed.includes(copies) ? [] : [`message ${_id}: ${state}, caught ${copies} times`];
}

const noticesOf = (dump: Dump): NoticeDoc[] => dump['notices'] as NoticeDoc[];
const messagesOf = (dump: Dump): MessageDoc[] => dump['messages'] as MessageDoc[];
