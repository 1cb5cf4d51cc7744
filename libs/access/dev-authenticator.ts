import { Injectable } from '@nestjs/common';
import { localDateOf, type Refusal } from '#libs/domain';
import { organisationOn } from '#libs/store';
import type { SignedIn } from './actor.js';
import { Authenticator, type Shown } from './authenticator.js';
import { accessRefusal } from './refusals.js';
import { SessionAuthenticator } from './session-authenticator.js';

/** How long a change of post or holder may go unnoticed at the door, wall clock. */
const UNNOTICED_MS = 1_000;
const HEADER = /^Bearer dev:([A-Za-z0-9][\w-]*:[\w-]+)$/;

/** Development accounts: `Authorization: Bearer dev:<postId>` acts for that post, as whoever holds it today. Real accounts work beside them. */
@Injectable()
export class DevAuthenticator extends SessionAuthenticator {
  override async authenticate(shown: Shown, now: Date): Promise<SignedIn | Refusal | null> {
    if (shown.authorization === undefined) return super.authenticate(shown, now);
    const id = HEADER.exec(shown.authorization)?.[1];
    if (id === undefined) return accessRefusal('sign-in-unknown');
    const day = localDateOf(now);
    const known = await organisationOn(this.store, day, UNNOTICED_MS);
    // a post that is not known yet may have been made this moment
    const organisation = known.post(id) ? known : await organisationOn(this.store, day);
    const post = organisation.post(id);
    if (!post) return accessRefusal('sign-in-unknown');
    const above = organisation.tree.ancestorsOf(post.unit);
    // a vacant post can act too: somebody of the unit does its work
    return { person: organisation.holderOf(id), post: id, unit: post.unit, role: post.role, above };
  }
}

/** Where no way to sign in is configured: every request is nobody's. */
@Injectable()
export class NoAuthenticator extends Authenticator {
  authenticate({ authorization }: Shown): Promise<Refusal | null> {
    return Promise.resolve(authorization === undefined ? null : accessRefusal('sign-in-off'));
  }

  signInOf(): Promise<null> {
    return Promise.resolve(null);
  }
}
