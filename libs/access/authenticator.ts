import type { Refusal } from '#libs/domain';
import type { SignedIn } from './actor.js';

/** Turns what a request carries into an actor. One port for development accounts now and real sign-in later. */
export abstract class Authenticator {
  /**
   * @param authorization the request's `Authorization` header
   * @param now engine time; posts have other holders on other days
   * @returns the actor, null where the request names nobody, or a refusal in words where it names somebody unknown
   */
  abstract authenticate(authorization: string | undefined, now: Date): Promise<SignedIn | Refusal | null>;
}
