import PostalMime, { type Email } from 'postal-mime';
import { tokenIn, tokenOf } from './verp.js';

/** What a delivery status notification says about one mail of ours (RFC 3464). */
export interface Bounce {
  token: string;
  /** `failed`: it will not arrive. Everything else (delayed, relayed, delivered, expanded) changes nothing. */
  action: string;
  recipient: string;
  /** Enhanced status code, e.g. `5.1.1`. */
  status: string;
  /** What the other server said, or else the status. */
  answer: string;
}

export type BounceFault = 'not-a-report' | 'no-token' | 'no-recipient';

/** Longest answer that is kept, characters. */
const MAX_ANSWER = 500;

/**
 * Reads a delivery status notification. The mail it is about is found by the token in the address that it was sent to, else by
 * the Message-ID of the mail that it returns.
 * @param to envelope recipient of the notification, where the mail system tells it
 */
export async function readBounce(raw: string, to?: string): Promise<Bounce | BounceFault> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
  const report = partOf(email, 'message/delivery-status');
  if (report === null) return 'not-a-report';
  const [, ...recipients] = report.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf);
  const told = recipients.filter((fields) => fields.has('action'));
  const fields = told.find((one) => one.get('action')!.toLowerCase() === 'failed') ?? told[0];
  if (!fields) return 'no-recipient';
  const token = tokenOfBounce(email, to);
  if (token === null) return 'no-token';
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '5.0.0';
  return {
    token,
    action: fields.get('action')!.toLowerCase(),
    recipient: typed(fields.get('final-recipient')).slice(0, 254),
    status,
    answer: (typed(fields.get('diagnostic-code')) || status).slice(0, MAX_ANSWER),
  };
}

function tokenOfBounce(email: Email, to: string | undefined): string | null {
  const addresses = [to, email.deliveredTo, ...(email.to ?? []).map(({ address }) => address)];
  for (const address of addresses) {
    const token = address ? tokenIn(address) : null;
    if (token !== null) return token;
  }
  const returned = partOf(email, 'message/rfc822') ?? partOf(email, 'text/rfc822-headers');
  const messageId = returned === null ? undefined : fieldsOf(returned.split(/\r?\n\r?\n/)[0]!).get('message-id');
  return messageId ? tokenOf(messageId) : null;
}

function partOf({ attachments }: Email, mimeType: string): string | null {
  const content = attachments.find((one) => one.mimeType.toLowerCase() === mimeType)?.content;
  if (content === undefined) return null;
  return typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
}

/** `Name: value` lines, folded ones joined; names in lower case, the first of each. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** The value behind its type: `rfc822; a@b.vn`, `smtp; 550 no such user`. */
const typed = (value = ''): string => value.slice(value.indexOf(';') + 1).trim();
