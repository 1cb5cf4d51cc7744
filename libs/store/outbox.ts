import type { DomainEvent } from '#libs/domain';
import type { PendingEvent, Recorded } from './documents.js';
import type { Store, RecordedName } from './store.js';
import { byMap, updateByMap } from './update-by-map.js';

/** Gives events ids that are the same on every repetition of the write that makes them. */
export function pendingEvents(source: string, events: DomainEvent[]): PendingEvent[] {
  return events.map((event, n) => ({ ...event, id: `${source}#${n}` }));
}

/** The outbox fields of a new document. */
export function newRecord(id: string, book: string, events: DomainEvent[] = []): Recorded {
  const pending = pendingEvents(`${id}@1`, events);
  return {
    _id: id,
    book,
    version: 1,
    revision: 0,
    pending,
    commands: [],
    ...(pending.length ? { hasPending: true as const } : {}),
  };
}

/**
 * One guarded write of the engine: change and events together, only if the condition still holds and the event is not there yet.
 * @returns true if this call made the change; false means it was made before, or the condition is gone
 */
export async function recordOnce(
  store: Store,
  collection: RecordedName,
  id: string,
  event: PendingEvent,
  set: Record<string, unknown> = {},
  condition: Record<string, unknown> = {},
): Promise<boolean> {
  const filter = { _id: id, 'pending.id': { $ne: event.id }, ...condition };
  const update = { $set: { ...set, hasPending: true }, $push: { pending: event }, $inc: { version: 1 } };
  const result = await store.recorded(collection).updateOne(filter, update as never);
  return result.modifiedCount === 1;
}

/**
 * One guarded write of the engine on many documents: to each its own event. The condition must stop holding by the change.
 * @param set plain values, the same in each
 * @param intent id of the round's act under way that this write completes
 */
export async function recordEach(
  store: Store,
  collection: RecordedName,
  events: ReadonlyMap<string, PendingEvent>,
  { set = {}, intent, only }: { set?: Record<string, unknown>; intent?: string; only: Record<string, unknown> },
): Promise<void> {
  const plain = Object.fromEntries(Object.entries(set).map(([field, value]) => [field, { $literal: value }]));
  const intents = intent && {
    intents: {
      $filter: { input: { $ifNull: ['$intents', []] }, as: 'one', cond: { $ne: ['$$one.id', { $literal: intent }] } },
    },
  };
  const own = new Map([...events].map(([id, event]) => [id, { event }]));
  await byMap(store.recorded(collection), own, only, {
    $mergeObjects: ['$$ROOT', { ...plain, ...intents, ...GROWN }],
  });
}

/** One event more, and the version that counts every write. */
const GROWN = {
  pending: { $concatArrays: ['$pending', ['$$mine.event']] },
  hasPending: true,
  version: { $add: ['$version', 1] },
};

/** A change of one document as it was read at `version`, with the event that tells of it. */
export interface RecordedChange {
  version: number;
  set: Record<string, unknown>;
  event: PendingEvent;
}

/** The engine's own changes of many documents, each with its event in one write, each only if nobody wrote since it was read. */
export async function recordUnmoved(
  store: Store,
  collection: RecordedName,
  changes: ReadonlyMap<string, RecordedChange>,
): Promise<void> {
  const written = { $mergeObjects: ['$$ROOT', '$$mine.set', GROWN] };
  const unmoved = { $eq: ['$version', '$$mine.version'] };
  await byMap(store.recorded(collection), changes, {}, { $cond: [unmoved, written, '$$ROOT'] });
}

/** Acts under way that a round holds at most; more than one only after cuts. */
export const KEPT_INTENTS = 40;

/** Documents as they were read: what moved on meanwhile is left for the next look. */
type AsRead = Pick<Recorded, '_id' | 'version'>[];

/** The events of these documents are in the book. */
export async function markRecorded(store: Store, collection: RecordedName, documents: AsRead): Promise<void> {
  const set = { pending: [], hasPending: false };
  const when = (version: number) => ({ version: 'same', than: version }) as const;
  const changes = documents.map(({ _id, version }) => [_id, { set, when: when(version) }] as const);
  await updateByMap(store.recorded(collection), new Map(changes));
}
