import { Injectable } from '@nestjs/common';
import { SignIns } from '#libs/accounts/sign-ins.js';
import { localDateOf, type Refusal } from '#libs/domain';
import { organisationOn, Store, type PostDoc, type SignInDoc } from '#libs/store';
import type { SignedIn } from './actor.js';
import { Authenticator, type Shown } from './authenticator.js';
import { accessRefusal } from './refusals.js';

/** Signed-in browsers. Posts are read at every request: who loses one today acts for it no more, wherever else they are signed in. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    protected readonly store: Store,
    private readonly signIns: SignIns,
  ) {
    super();
  }

  async signInOf({ session, unused }: Shown): Promise<SignInDoc | null> {
    return session === undefined ? null : await this.signIns.find(session, { used: !unused });
  }

  async authenticate(shown: Shown, now: Date): Promise<SignedIn | Refusal | null> {
    if (shown.authorization !== undefined) return accessRefusal('development-off');
    if (shown.session === undefined) return null;
    const [signIn, organisation] = await Promise.all([
      this.signInOf(shown),
      organisationOn(this.store, localDateOf(now)),
    ]);
    if (signIn === null) return accessRefusal('sign-in-ended');
    const posts = organisation.postsOf(signIn.person);
    const post = actingPost(posts, shown.actingPost, signIn.post);
    if (!('_id' in post)) return post;
    const above = organisation.tree.ancestorsOf(post.unit);
    return { person: signIn.person, post: post._id, unit: post.unit, role: post.role, above };
  }
}

/** The post a request names, else the one chosen for the sign-in, else the only one. */
function actingPost(held: PostDoc[], named: string | undefined, chosen: string | null): PostDoc | Refusal {
  if (held.length === 0) return accessRefusal('post-none');
  if (named !== undefined) return held.find(({ _id }) => _id === named) ?? accessRefusal('post-not-yours');
  const usual = held.find(({ _id }) => _id === chosen);
  return usual ?? (held.length === 1 ? held[0]! : accessRefusal('post-choose'));
}
