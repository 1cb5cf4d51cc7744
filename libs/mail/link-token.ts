import { createHmac, timingSafeEqual } from 'node:crypto';
import { isLocalDate, type LocalDate } from '#libs/domain';
import { TOKEN_LENGTH } from './verp.js';

/** What a link of a mail stands for: that mail, until the end of a day. */
export interface MailLink {
  /** Token of the mail (`verp.ts`). */
  mail: string;
  until: LocalDate;
}

/** Characters of the signature: 128 bits. */
const SIGNED = 22;
const FORM = new RegExp(`^([0-9a-f]{${TOKEN_LENGTH}})(\\d{8})([\\w-]{${SIGNED}})$`);

/**
 * A signed link token, `<mail><yyyymmdd><signature>`: HMAC-SHA256, first 128 bits. It names no algorithm and nothing else to negotiate,
 * and is a third as long as a JWT: plain mail programs break long addresses.
 */
export function signLink(key: Buffer, { mail, until }: MailLink): string {
  const said = `${mail}${until.replaceAll('-', '')}`;
  return `${said}${signatureOf(key, said)}`;
}

/** What a token stands for, whether its day has passed or not; null where we did not sign it. */
export function readLink(key: Buffer, token: string): MailLink | null {
  const [, mail, day, signature] = FORM.exec(token) ?? [];
  if (mail === undefined || day === undefined || signature === undefined) return null;
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(key, `${mail}${day}`)))) return null;
  const until = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  return isLocalDate(until) ? { mail, until } : null;
}

const signatureOf = (key: Buffer, said: string): string =>
  createHmac('sha256', key).update(said).digest('base64url').slice(0, SIGNED);
