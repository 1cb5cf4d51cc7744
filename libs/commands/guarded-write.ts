import { failpoint } from '#libs/config/failpoints.js';
import { refuse, type DomainEvent, type Refusal } from '#libs/domain';
import {
  contentHash,
  pendingEvents,
  readTogether,
  writeGuarded,
  type Recorded,
  type GuardedName,
  type Store,
} from '#libs/store';
import { refused, type Outcome } from './outcome.js';

export interface CommandInput {
  /** `Idempotency-Key` of the client, unique per post. */
  key: string;
  post: string;
  /** What was asked, for telling a repetition from another command under the same key. */
  body: unknown;
  /** Revision the client saw; a different one means that somebody decided meanwhile. */
  revision?: number | undefined;
  /** Acceptance instant: the same for every retry of this command. */
  at: Date;
}

export interface Written<R> {
  refused: false;
  next: Record<string, unknown>;
  events: DomainEvent[];
  receipt: R;
}

/**
 * Load, decide, guarded write: the one way to change a document with an outbox (core protocol 1).
 * On a version clash with an unchanged revision the decision is made again with the same instant; with a changed one the
 * answer is 409 with the current state. The same key and body give the first receipt again, another body 422.
 * @param read the document as it was read a moment ago: good enough for the first decision, because the write is guarded
 */
export async function guardedWrite<D extends Recorded, R extends object>(
  store: Store,
  collection: GuardedName,
  id: string,
  input: CommandInput,
  decide: (document: D) => Promise<Written<R> | Refusal> | Written<R> | Refusal,
  read?: D,
): Promise<Outcome<R>> {
  const key = `${input.post}|${input.key}`;
  const bodyHash = contentHash(input.body);
  let seen = input.revision;
  for (let known = read; ; known = undefined) {
    const document = known ?? (await readTogether<D>(store, collection, id));
    if (!document) return refused<R>(refuse('not-found', { id }), 404);
    const before = document.commands.find((command) => command.key === key);
    if (before) {
      if (before.bodyHash === bodyHash) return { ok: true, receipt: before.receipt as R, replayed: true };
      return { ...refused<R>(refuse('key-reused', { key: input.key })), status: 422 } as Outcome<R>;
    }
    if (seen !== undefined && seen !== document.revision) {
      return refused<R>(refuse('stale-revision', { seen, current: document.revision }), 409, {
        current: current(document),
      });
    }
    seen = document.revision;
    const decision = await decide(document);
    if (decision.refused) return refused<R>(decision, 409, { current: current(document) });
    const { next, events, receipt } = decision;
    const kept = await writeGuarded(store, collection, {
      id,
      version: document.version,
      set: next,
      events: pendingEvents(`${id}@${document.version + 1}`, events),
      command: { key, bodyHash, receipt: receipt as Record<string, unknown> },
    });
    failpoint('api.written');
    if (kept) return { ok: true, receipt: kept as R, replayed: false };
  }
}

function current(document: Recorded): Record<string, unknown> {
  const { revision, version } = document;
  const { state } = document as Recorded & { state?: string };
  return { revision, version, state };
}
