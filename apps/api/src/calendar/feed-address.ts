import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { refuse } from '#libs/domain';
import { newToken, tokenHash } from '#libs/feeds';
import { isDuplicateKey, Store } from '#libs/store';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { ProblemError } from '../http/problem-error.js';

/** Makes the address of a post's calendar. Only its hash is kept, so it is told once; a new one ends the one before. */
@Injectable()
export class FeedAddress {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** The same key twice makes one address: the second request is told so, since the token cannot be said again. */
  async make(post: string, key: string): Promise<{ post: string; url: string }> {
    const token = newToken();
    const keyHash = tokenHash(`${post}|${key}`);
    const set = { hash: tokenHash(token), keyHash, at: await this.clock.now() };
    try {
      // where the post's address was made by this key, the upsert finds nothing to update and may not insert
      const other = { _id: post, keyHash: { $ne: keyHash } };
      await this.store.calendarTokens.updateOne(other, { $set: set }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw ProblemError.refused(409, refuse('token-shown-once'));
    }
    return { post, url: `${this.options.publicUrl}/api/calendar/${token}.ics` };
  }
}
