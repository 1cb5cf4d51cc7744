import { createHash } from 'node:crypto';

/** Hex digits of a message's token. */
export const TOKEN_LENGTH = 24;
const CARRIED = new RegExp(`\\+([0-9a-f]{${TOKEN_LENGTH}})@`);

/** What the envelope sender carries of a message, so that a bounce finds it (VERP). */
export const tokenOf = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, TOKEN_LENGTH);

export function withToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** The token in an address a bounce was sent to; null where there is none. */
export const tokenIn = (address: string): string | null => CARRIED.exec(address)?.[1] ?? null;
