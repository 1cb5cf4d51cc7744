import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a bearer is the secret; takes the same time wherever it differs. Nobody shows a secret that is not configured. */
export const showsSecret = (authorization: string | undefined, secret: string | undefined): boolean =>
  secret !== undefined && timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`));
