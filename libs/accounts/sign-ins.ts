import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Store, type SignInDoc } from '#libs/store';
import { ACCOUNT_OPTIONS, type AccountOptions } from './options.js';

/** A use is written down once in so long, milliseconds. */
const NOTED_MS = 60_000;

/** 256 random bits, as a cookie or a link carries them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
/** What is kept of them: they are random and long, so a plain hash cannot be turned back. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const AGENT_LENGTH = 200;

/** Signed-in browsers, kept in the database: ended there, they are ended in every API process at the next request. Wall clock. */
@Injectable()
export class SignIns {
  constructor(
    private readonly store: Store,
    @Inject(ACCOUNT_OPTIONS) private readonly options: AccountOptions,
  ) {}

  /** @returns the id for the cookie, told once */
  async open(of: Pick<SignInDoc, 'person' | 'post' | 'network' | 'agent'>): Promise<string> {
    const id = newSecret();
    const at = new Date();
    const until = new Date(at.getTime() + this.options.longestMs);
    const agent = of.agent.slice(0, AGENT_LENGTH);
    await this.store.signIns.insertOne({ ...of, agent, _id: secretHash(id), at, seenAt: at, until });
    return id;
  }

  /** The sign-in of a cookie, unless it was ended, left idle or grew too old. @param used whether it is kept from idling by this */
  async find(id: string, { used = true } = {}): Promise<SignInDoc | null> {
    const found = await this.store.signIns.findOne({ _id: secretHash(id) });
    const now = Date.now();
    if (!found || found.until.getTime() <= now || found.seenAt.getTime() + this.options.idleMs <= now) return null;
    if (used && now - found.seenAt.getTime() > NOTED_MS)
      await this.store.signIns.updateOne({ _id: found._id }, { $max: { seenAt: new Date(now) } });
    return found;
  }

  /** Those of a person that still open something, latest first. */
  async ofPerson(person: string): Promise<SignInDoc[]> {
    const now = new Date();
    const used = { $gt: new Date(now.getTime() - this.options.idleMs) };
    return await this.store.signIns
      .find({ person, until: { $gt: now }, seenAt: used })
      .sort({ seenAt: -1 })
      .toArray();
  }

  async choosePost(_id: string, post: string): Promise<void> {
    await this.store.signIns.updateOne({ _id }, { $set: { post } });
  }

  /** @returns whether there was one of this person */
  async end(person: string, _id: string): Promise<boolean> {
    return (await this.store.signIns.deleteOne({ _id, person })).deletedCount === 1;
  }

  async endAll(person: string): Promise<number> {
    return (await this.store.signIns.deleteMany({ person })).deletedCount;
  }

  /** What has ended by itself, and counts and links that say nothing any more. */
  async sweep(): Promise<void> {
    const now = new Date();
    const idle = new Date(now.getTime() - this.options.idleMs);
    const day = new Date(now.getTime() - 86_400_000);
    await Promise.all([
      this.store.signIns.deleteMany({ $or: [{ until: { $lt: now } }, { seenAt: { $lt: idle } }] }),
      this.store.accountLinks.deleteMany({ until: { $lt: now } }),
      this.store.tries.deleteMany({ mark: { $lt: day } }),
    ]);
  }
}
