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
 * @param act appended to the document's list of acts
 */
export async function recordEach(
  store: Store,
  collection: RecordedName,
  events: ReadonlyMap<string, PendingEvent>,
  { set = {}, act, only }: { set?: Record<string, unknown>; act?: object; only: Record<string, unknown> },
): Promise<void> {
  const plain = Object.fromEntries(Object.entries(set).map(([field, value]) => [field, { $literal: value }]));
  const acts = act && { acts: { $slice: [{ $concatArrays: ['$acts', [{ $literal: act }]] }, -KEPT_ACTS] } };
  await byMap(store.recorded(collection), events, only, (mine) => {
    const pending = { $concatArrays: ['$pending', [mine((event) => event)]] };
    return [{ $set: { ...plain, ...acts, pending, hasPending: true, version: { $add: ['$version', 1] } } }];
  });
}

/** Intents and marks of mass acts that a round remembers. */
export const KEPT_ACTS = 40;

/** Documents as they were read: what moved on meanwhile is left for the next look. */
type AsRead = Pick<Recorded, '_id' | 'version'>[];

/**
 * First mark: the events of these documents are in the book.
 * @param nudge whether a process still has to hear of it; an earlier document's mark is left alone
 */
export async function markRecorded(
  store: Store,
  collection: RecordedName,
  documents: AsRead,
  nudge: boolean,
): Promise<void> {
  await mark(store, collection, documents, { pending: [], hasPending: false, ...(nudge && { toNudge: true }) });
}

/** Second mark: their processes were woken. */
export async function markNudged(store: Store, collection: RecordedName, documents: AsRead): Promise<void> {
  await mark(store, collection, documents, { toNudge: false });
}

async function mark(store: Store, collection: RecordedName, documents: AsRead, set: object): Promise<void> {
  const when = (version: number) => ({ version: 'same', than: version }) as const;
  const changes = documents.map(({ _id, version }) => [_id, { set: { ...set }, when: when(version) }] as const);
  await updateByMap(store.recorded(collection), new Map(changes));
}
