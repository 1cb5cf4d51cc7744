import { Findings, type Difference } from '../difference.js';
import { type MessageRow, type NoticeRow } from '../dump.types.js';
import { noticeKey, type ExpectedNotice } from '../notices.js';
import { readerOf, type Recipient } from '../recipients.js';
import { dayOf, instant, show } from '../time.js';
import { groupBy, type World } from '../world.js';

interface Letter {
  notice: ExpectedNotice;
  row: NoticeRow;
  /** Null where nobody is there up to the top. */
  reader: Recipient | null;
}

/**
 * One message per person and slot holds all digest notices that left then, one per post where nobody can be reached; each instant
 * notice is a message of its own.
 */
export function compareMessages(world: World, expected: Map<string, ExpectedNotice>): Difference[] {
  const found = new Findings();
  const messages = new Map(world.dump.messages.map((m) => [m._id, m]));
  const used = new Set<string>();
  for (const [id, letters] of groupBy(lettersOf(world, expected), addressed)) {
    const ids = [...new Set(letters.map((l) => l.row.message ?? 'no message'))];
    if (ids.length > 1) found.add('message', id, 'one message', ids.join(' and '));
    for (const messageId of ids) {
      if (messages.has(messageId) && used.has(messageId))
        found.add('message', messageId, 'one person and slot', `also ${id}`);
      used.add(messageId);
      const message = messages.get(messageId);
      const group = letters.filter((l) => (l.row.message ?? 'no message') === messageId);
      if (message) compareOne(found, message, group);
      else found.add('message', id, 'one message', messageId);
    }
  }
  for (const m of messages.values()) {
    if (!used.has(m._id) && m.state !== 'withdrawn')
      found.add('message', m._id, 'none', `one to ${m.person} at ${m.sentAt}, ${m.state}`);
  }
  return found.all;
}

/** Notices that left, or would have had anybody to read them. */
function lettersOf(world: World, expected: Map<string, ExpectedNotice>): Letter[] {
  return world.dump.notices.flatMap((row) => {
    const notice = expected.get(noticeKey(row.obligation, row.clockVersion, row.rung, row.post));
    if (!notice || !['sent', 'failed', 'unconfirmed'].includes(row.state)) return [];
    return [{ notice, row, reader: readerOf(world, notice.post, dayOf(notice.leavesAt)) }];
  });
}

function addressed({ notice, reader }: Letter): string {
  const who = reader?.person ?? `nobody for ${notice.post}`;
  return notice.class === 'digest' ? `${who} ${show(notice.leavesAt)}` : `${who} ${notice.key}`;
}

function compareOne(found: Findings, message: MessageRow, letters: Letter[]): void {
  const { reader, notice } = letters[0]!;
  found.same('message', message._id, 'person', reader?.person ?? null, message.person);
  if (!reader) {
    found.same('message', message._id, 'state', 'failed', message.state);
    found.same('message', message._id, 'to', null, message.to);
    return;
  }
  const addresses = [...new Set(letters.map((l) => l.reader!.address))];
  if (!message.to || !addresses.includes(message.to.address))
    found.add('message', message._id, `to ${addresses.join(' or ')}`, message.to?.address ?? 'nobody');
  for (const { row } of letters) {
    if (row.state !== message.state) found.add('message', message._id, `${row.state} as ${row._id}`, message.state);
  }
  if (message.state === 'sent')
    found.same('message', message._id, 'sent at', show(notice.leavesAt), show(instant(message.sentAt)));
}
