import type { Actor } from '#libs/domain';

/** Who asks, acting for one post, and the units above theirs on this day, nearest first. */
export interface SignedIn extends Actor {
  above: readonly string[];
}

/** Somebody who reads: a signed-in actor, or `everyone` where development shows everything without sign-in. */
export type Reader = SignedIn | 'everyone';

export const isAdministrator = (reader: Reader): boolean => reader !== 'everyone' && reader.role === 'administrator';
