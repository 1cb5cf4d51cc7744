import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { localDateOf, type Refusal } from '#libs/domain';
import { Store } from '#libs/store';
import type { SignedIn } from './actor.js';
import { Authenticator } from './authenticator.js';
import { accessRefusal } from './refusals.js';
import { unitsAbove } from './units-above.js';

const HEADER = /^Bearer dev:([A-Za-z0-9][\w-]*:[\w-]+)$/;

/** Development accounts: `Authorization: Bearer dev:<postId>` acts for that post, as whoever holds it today. */
@Injectable()
export class DevAuthenticator extends Authenticator {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(authorization: string | undefined): Promise<SignedIn | Refusal | null> {
    if (authorization === undefined) return null;
    const id = HEADER.exec(authorization)?.[1];
    const post = id === undefined ? null : await this.store.posts.findOne({ _id: id });
    if (!post) return accessRefusal('sign-in-unknown');
    const now = await this.clock.now();
    const [person, above] = await Promise.all([this.holderOf(post._id, now), unitsAbove(this.store, post.unit, now)]);
    return { person, post: post._id, unit: post.unit, role: post.role, above };
  }

  /** A vacant post can act too: somebody of the unit does its work. */
  private async holderOf(post: string, now: Date): Promise<string | null> {
    const day = localDateOf(now);
    const valid = { post, from: { $lte: day }, $or: [{ to: null }, { to: { $gte: day } }] };
    const term = await this.store.holders.findOne(valid as never, { sort: { from: -1 } });
    return term?.person ?? null;
  }
}

/** Where no way to sign in is configured: every request is nobody's. */
@Injectable()
export class NoAuthenticator extends Authenticator {
  authenticate(authorization: string | undefined): Promise<Refusal | null> {
    return Promise.resolve(authorization === undefined ? null : accessRefusal('sign-in-off'));
  }
}
