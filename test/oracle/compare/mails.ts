import { Findings, type Difference } from '../difference.js';
import { type Dump } from '../dump.types.js';
import { groupBy } from '../world.js';

export interface MailCounts {
  /** Copies beyond the first of one Message-ID. */
  duplicates: number;
  /** Messages said to be sent that nobody received. */
  lost: number;
}

/** What the mail catcher holds against what was said to be sent. A mail whose fate is not known may or may not have come. */
export function compareMails(dump: Dump): { counts: MailCounts; differences: Difference[] } {
  const found = new Findings();
  const counts = { duplicates: 0, lost: 0 };
  const caught = groupBy(dump.caught, (c) => bare(c.messageId));
  const messages = new Map(dump.messages.map((m) => [bare(m.messageId), m]));
  for (const [id, copies] of caught) {
    if (copies.length > 1) {
      counts.duplicates += copies.length - 1;
      found.add('mail', id, 'one copy', `${copies.length} copies`);
    }
    const message = messages.get(id);
    if (!message) found.add('mail', id, 'no mail', `one to ${[copies[0]!.to].flat().join(', ')}`);
    else if (!['sent', 'unconfirmed'].includes(message.state))
      found.add('mail', id, `none of a ${message.state} message`, 'one caught');
    else found.same('mail', id, 'to', message.to?.address.toLowerCase() ?? 'nobody', recipients(copies[0]!.to));
  }
  for (const [id, message] of messages) {
    if (message.state !== 'sent' || caught.has(id)) continue;
    counts.lost += 1;
    found.add('mail', id, `one to ${message.to?.address ?? 'nobody'}`, 'none caught');
  }
  return { counts, differences: found.all };
}

const bare = (messageId: string) => messageId.replace(/^<|>$/g, '');

const recipients = (to: string | string[]) => [to].flat().join(', ').toLowerCase();
