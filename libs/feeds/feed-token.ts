import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: whoever knows the address may read, so nobody may guess it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random and long, so a plain hash cannot be turned back. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
