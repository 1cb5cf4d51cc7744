import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { refuse, type Actor } from '#libs/domain';
import { contentHash, isDuplicateKey, Store, type DraftDoc, type SubmissionContent } from '#libs/store';
import { refused, type Outcome } from './outcome.js';

export interface DraftReceipt {
  obligation: string;
  revision: number;
  at: Date;
}

/** The last save's key, so that a repetition is known. */
type KeyedDraft = DraftDoc & { key: string };

const OWED = ['scheduled', 'open', 'returned'];

/** Autosave: lives apart from the obligation and never touches it. The last writer never wins silently: both values go back. */
@Injectable()
export class DraftCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @param seen the draft's revision that the client saw, 0 before the first save */
  async save(
    actor: Actor,
    id: string,
    content: SubmissionContent,
    seen: number,
    key: string,
  ): Promise<Outcome<DraftReceipt>> {
    const at = await this.clock.now();
    const owed = await this.store.obligations.findOne({ _id: id }, { projection: { state: 1 } });
    if (!owed) return { ...refused<DraftReceipt>(refuse('not-found', { id })), status: 404 } as Outcome<DraftReceipt>;
    if (!OWED.includes(owed.state)) return refused(refuse('illegal-step', { command: 'submit', state: owed.state }));
    const fields = { obligation: id, content, by: actor.post, at, key: `${actor.post}|${key}` };
    const before = await this.current(id);
    const repeated = this.repeated(before, fields);
    if (repeated) return repeated;
    if (await this.write(id, fields, seen))
      return { ok: true, receipt: { obligation: id, revision: seen + 1, at }, replayed: false };
    const now = await this.current(id);
    return this.repeated(now, fields) ?? stale(now, seen, content);
  }

  private repeated(
    draft: KeyedDraft | null,
    fields: Pick<KeyedDraft, 'obligation' | 'content' | 'key'>,
  ): Outcome<DraftReceipt> | null {
    if (draft?.key !== fields.key) return null;
    if (contentHash(draft.content) !== contentHash(fields.content)) {
      const key = fields.key.slice(fields.key.indexOf('|') + 1);
      return { ...refused<DraftReceipt>(refuse('key-reused', { key })), status: 422 } as Outcome<DraftReceipt>;
    }
    return {
      ok: true,
      receipt: { obligation: fields.obligation, revision: draft.revision, at: draft.at },
      replayed: true,
    };
  }

  private async write(id: string, fields: Omit<KeyedDraft, '_id' | 'revision'>, seen: number): Promise<boolean> {
    if (seen > 0) {
      const result = await this.store.drafts.updateOne(
        { _id: id, revision: seen },
        {
          $set: fields,
          $inc: { revision: 1 },
        },
      );
      return result.modifiedCount === 1;
    }
    try {
      await this.store.drafts.insertOne({ _id: id, revision: 1, ...fields });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // begun by another screen that has saved nothing yet
      const begun = await this.store.drafts.updateOne({ _id: id, revision: 0 }, { $set: { ...fields, revision: 1 } });
      return begun.modifiedCount === 1;
    }
  }

  private async current(id: string): Promise<KeyedDraft | null> {
    return (await this.store.drafts.findOne({ _id: id })) as unknown as KeyedDraft | null;
  }
}

function stale(draft: KeyedDraft | null, seen: number, content: SubmissionContent): Outcome<DraftReceipt> {
  const { revision = 0, by = null, at = null } = draft ?? {};
  const current = { revision, by, at, content: draft?.content ?? null };
  return refused(refuse('stale-revision', { seen, current: revision }), 409, { current, yours: { content } });
}
