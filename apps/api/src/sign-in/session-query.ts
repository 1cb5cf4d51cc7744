import { Inject, Injectable } from '@nestjs/common';
import { Authenticator } from '#libs/access';
import { LEAST } from '#libs/accounts/password/password-rules.js';
import type { HeldPost, SessionView } from '#libs/contracts/http/index.js';
import { Store, type SignInDoc } from '#libs/store';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { shownBy } from '../access/shown-by.js';
import type { AccessRequest } from '../access/access-request.js';
import { HeldPosts } from './held-posts.js';

/** Who a browser is signed in as, and which posts that person may act for today. */
@Injectable()
export class SessionQuery {
  constructor(
    private readonly store: Store,
    private readonly held: HeldPosts,
    private readonly authenticator: Authenticator,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async of(request: AccessRequest): Promise<SessionView> {
    return this.view(await this.authenticator.signInOf(shownBy(request, this.options)));
  }

  async view(signIn: Pick<SignInDoc, 'person' | 'post'> | null): Promise<SessionView> {
    const { signIn: way } = this.options;
    const ways = { accounts: way !== 'none', development: way === 'dev', leastPassword: LEAST };
    return { ...ways, me: signIn && (await this.me(signIn)) };
  }

  /** Today's posts of a person. */
  async postsOf(person: string): Promise<HeldPost[]> {
    return (await this.held.today())(person);
  }

  private async me({ person, post }: Pick<SignInDoc, 'person' | 'post'>) {
    const [posts, known] = await Promise.all([
      this.postsOf(person),
      this.store.persons.findOne({ _id: person }, { projection: { name: 1 } }),
    ]);
    const held = posts.some(({ id }) => id === post) ? post : null;
    return { person, name: known?.name ?? person, post: held ?? (posts.length === 1 ? posts[0]!.id : null), posts };
  }
}
