import { Injectable } from '@nestjs/common';
import type { UninvitedView } from '#libs/contracts/http/index.js';
import { Store } from '#libs/store';
import { plain } from '../http/plain.js';
import { HeldPosts } from './held-posts.js';

/** People shown at once; more are looked for by name. */
const SHOWN = 50;

/** Whom an administrator may invite: who holds a post today and has no account. */
@Injectable()
export class UninvitedQuery {
  constructor(
    private readonly store: Store,
    private readonly held: HeldPosts,
  ) {}

  /** By name. Reads persons until enough are found: a look of an administrator, not of everybody. */
  async find(words: string): Promise<UninvitedView> {
    const [postsOf, accounts] = await Promise.all([this.held.today(), this.store.accounts.distinct('_id')]);
    const known = new Set<string>(accounts);
    const items: UninvitedView['items'] = [];
    const people = this.store.persons.find({}, { projection: { name: 1, email: 1 } }).sort({ name: 1, _id: 1 });
    for await (const { _id: person, name, email } of people) {
      if (known.has(person) || !plain(`${name} ${email ?? ''}`).includes(plain(words))) continue;
      const posts = postsOf(person);
      if (posts.length === 0) continue;
      if (items.length === SHOWN) return { items, truncated: true };
      items.push({ person, name, address: email ?? null, posts });
    }
    return { items, truncated: false };
  }
}
