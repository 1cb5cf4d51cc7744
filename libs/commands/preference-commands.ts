import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { localDateOf, preferenceFault, refuse, USUAL, type Actor, type Preference } from '#libs/domain';
import { remindingRule } from '#libs/rules';
import { contentHash, isDuplicateKey, Store, type PreferenceDoc } from '#libs/store';
import { refused, type Outcome } from './outcome.js';

export interface PreferenceReceipt extends Preference {
  version: number;
  at: Date;
}

interface Asked {
  key: string;
  /** Version the person saw, 0 before the first choice. */
  revision?: number | undefined;
}

/** Receipts kept: more changes than anybody makes in a month. */
const KEPT = 20;

/** What a person chooses about their own mail. It belongs to the person, not the post: it goes along when the post changes. */
@Injectable()
export class PreferenceCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @param wish what is not named stays as it is  @returns a refusal with status 400 names the hour that is out of bounds */
  async choose(
    { person, post }: Pick<Actor, 'person' | 'post'>,
    wish: Partial<Preference>,
    { key: asked, revision }: Asked,
  ): Promise<Outcome<PreferenceReceipt>> {
    if (person === null) return refused(refuse('preference-nobody', { post }));
    const at = await this.clock.now();
    const [key, bodyHash] = [`${post}|${asked}`, contentHash(wish)];
    for (;;) {
      const before = (await this.store.preferences.findOne({ _id: person })) as unknown as PreferenceDoc | null;
      const done = before?.commands.find((command) => command.key === key);
      if (done && done.bodyHash !== bodyHash)
        return { ...refused(refuse('key-reused', { key: asked })), status: 422 } as Outcome<PreferenceReceipt>;
      if (done) return { ok: true, receipt: done.receipt as unknown as PreferenceReceipt, replayed: true };
      const version = before?.version ?? 0;
      if (revision !== undefined && revision !== version)
        return refused(refuse('stale-revision', { seen: revision, current: version }), 409, {
          current: { revision: version },
        });
      const { digestAt, frequency } = { ...(before ?? USUAL), ...wish };
      const fault = preferenceFault({ digestAt, frequency }, remindingRule(localDateOf(at)));
      if (fault) return { ...refused(fault), status: 400 } as Outcome<PreferenceReceipt>;
      const receipt = { version: version + 1, digestAt, frequency, at };
      if (await this.write(person, before, { ...receipt, by: post }, { key, bodyHash, receipt: { ...receipt } }))
        return { ok: true, receipt, replayed: false };
    }
  }

  /** @returns false where somebody wrote first: read and decide again */
  private async write(
    person: string,
    before: PreferenceDoc | null,
    chosen: PreferenceReceipt & { by: string },
    command: PreferenceDoc['commands'][number],
  ): Promise<boolean> {
    if (before) {
      const { modifiedCount } = await this.store.preferences.updateOne({ _id: person, version: before.version }, {
        $set: chosen,
        $push: { versions: chosen, commands: { $each: [command], $slice: -KEPT } },
      } as never);
      return modifiedCount === 1;
    }
    try {
      await this.store.preferences.insertOne({
        _id: person,
        ...chosen,
        versions: [chosen],
        commands: [command],
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
