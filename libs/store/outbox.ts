import type { DomainEvent } from '#libs/domain';
import type { PendingEvent, Recorded } from './documents.js';
import type { Store, RecordedName } from './store.js';

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
