import type { Refusal } from '#libs/domain';
import type { SignedIn } from './actor.js';

/** Turns what a request carries into an actor. One port for development accounts now and real sign-in later. */
export abstract class Authenticator {
  /**
   * @param authorization the request's `Authorization` header
   * @returns the actor, null where the request names nobody, or a refusal in words where it names somebody unknown
   */
  abstract authenticate(authorization: string | undefined): Promise<SignedIn | Refusal | null>;
}
