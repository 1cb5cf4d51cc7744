import type { Refusal } from '#libs/domain';
import type { SignInDoc } from '#libs/store';
import type { SignedIn } from './actor.js';

/** What a request shows at the door. */
export interface Shown {
  /** Header `Authorization`. */
  authorization?: string | undefined;
  /** Id of the sign-in, from its cookie. */
  session?: string | undefined;
  /** Header `X-Acting-Post`: the post this request is made for. */
  actingPost?: string | undefined;
  /** A program asks on its own: the sign-in is not used by it and may end for idleness. */
  unused?: boolean;
}

/** Turns what a request carries into an actor. One port for accounts, development accounts and none. */
export abstract class Authenticator {
  /**
   * @param now engine time; posts have other holders on other days
   * @returns the actor, null where the request names nobody, or a refusal in words where it names somebody unknown
   */
  abstract authenticate(shown: Shown, now: Date): Promise<SignedIn | Refusal | null>;

  /** The sign-in of a browser, whatever its person may do; null where there is none. */
  abstract signInOf(shown: Shown): Promise<SignInDoc | null>;
}
