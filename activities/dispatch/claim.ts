import { randomUUID } from 'node:crypto';
import type { MessageDoc } from '#libs/store';

/** Messages claimed at once. A claim is renewed as a whole, a write for each of them: so few that they are mostly sent before that. */
export const CLAIMED_AT_ONCE = 100;

/** What marks a message as somebody's until a wall-clock instant; afterwards another may take it. */
export type Claim = Pick<MessageDoc, 'token' | 'leaseUntil'> & { state: 'claimed'; token: string };

export const newClaim = (leaseMs: number): Claim => ({
  state: 'claimed',
  token: randomUUID(),
  leaseUntil: new Date(Date.now() + leaseMs),
});
