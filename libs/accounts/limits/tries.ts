import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isDuplicateKey, Store, type TryDoc } from '#libs/store';
import { goodTry, nextTry } from './next-try.js';
import type { Limit } from './rules.js';

/** What is counted, and how. */
export interface Counted {
  key: string;
  limit: Limit;
}

/** A counted thing: `parts` are hashed, so that the count names nobody. */
export const counted = (limit: Limit, ...parts: string[]): Counted => ({
  key: createHash('sha256').update(parts.join('\n')).digest('hex'),
  limit,
});

/** Others may write between a look and a write; whoever loses so often is one of very many at once. */
const LOOKS = 30;

/**
 * Counts tries for all API processes together: one document per key, each try one write that holds only if nobody wrote since the look.
 * A try is counted before the password is looked at, so that a hundred at once are a hundred tries; a good one is given back. Wall clock.
 */
@Injectable()
export class Tries {
  constructor(private readonly store: Store) {}

  /** @returns 0 when let through, else seconds to wait. The first that says no ends it: what stands behind it is not used up. */
  async takeAll(all: Counted[]): Promise<number> {
    for (const one of all) {
      const wait = await this.take(one);
      if (wait > 0) return wait;
    }
    return 0;
  }

  async take({ key, limit }: Counted, now = new Date()): Promise<number> {
    for (let look = 0; look < LOOKS; look += 1) {
      const seen = await this.store.tries.findOne({ _id: key });
      const next = nextTry(limit, seen, now);
      if ('waitMs' in next) return Math.max(1, Math.ceil(next.waitMs / 1_000));
      if (await this.write(seen, { ...next.kept, _id: key, by: randomUUID() })) return 0;
    }
    return 1;
  }

  async giveBack(all: Counted[]): Promise<void> {
    for (const { key, limit } of all)
      for (let look = 0; look < LOOKS; look += 1) {
        const seen = await this.store.tries.findOne({ _id: key });
        if (seen === null) break;
        const kept = goodTry(limit, seen);
        if (kept === null) {
          await this.store.tries.deleteOne({ _id: key });
          break;
        }
        if (await this.write(seen, { ...seen, ...kept, by: randomUUID() })) break;
      }
  }

  /** @returns false where somebody wrote since it was seen */
  private async write(seen: TryDoc | null, { _id, ...next }: TryDoc): Promise<boolean> {
    if (seen !== null)
      return (await this.store.tries.updateOne({ _id, by: seen.by }, { $set: next })).matchedCount === 1;
    try {
      await this.store.tries.insertOne({ _id, ...next });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
