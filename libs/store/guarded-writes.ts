import type { CommandRecord, PendingEvent } from './documents.js';
import { Flights } from './flights.js';
import type { GuardedName, Store } from './store.js';
import { byMap } from './update-by-map.js';

/** A decision about one document as it was read at `version`. */
export interface GuardedChange {
  id: string;
  version: number;
  set: Record<string, unknown>;
  events: PendingEvent[];
  command: CommandRecord;
}

/** Receipts kept in the document itself: more than any obligation sees in its life. */
const KEPT_COMMANDS = 50;

type Receipt = CommandRecord['receipt'];

const departures = new WeakMap<Store, Map<GuardedName, Flights<GuardedChange, Receipt | null>>>();

/**
 * The one write that counts (core protocol 1): state, events and receipt together, only if the version still holds.
 * Decisions made side by side in one process share a write.
 * @returns the receipt that is kept, or null when somebody else wrote first: read and decide again
 */
export function writeGuarded(store: Store, collection: GuardedName, change: GuardedChange): Promise<Receipt | null> {
  const ofStore = departures.get(store) ?? new Map<GuardedName, Flights<GuardedChange, Receipt | null>>();
  departures.set(store, ofStore);
  const flights = ofStore.get(collection) ?? new Flights((changes) => writeAll(store, collection, changes));
  ofStore.set(collection, flights);
  return flights.add(change);
}

async function writeAll(store: Store, collection: GuardedName, changes: GuardedChange[]): Promise<(Receipt | null)[]> {
  const first = new Map<string, GuardedChange>();
  // of two decisions about one document the second was made on a version that is gone
  for (const change of changes) if (!first.has(change.id)) first.set(change.id, change);
  const own = new Map([...first].map(([id, change]) => [id, { ...change, set: fieldsOf(change) }]));
  const grown = {
    version: { $add: ['$version', 1] },
    revision: { $add: ['$revision', 1] },
    pending: { $concatArrays: ['$pending', '$$mine.events'] },
    commands: { $slice: [{ $concatArrays: ['$commands', ['$$mine.command']] }, -KEPT_COMMANDS] },
  };
  const written = { $mergeObjects: ['$$ROOT', '$$mine.set', grown] };
  const holds = { $eq: ['$version', '$$mine.version'] };
  const { modified } = await byMap(store.recorded(collection), own, {}, { $cond: [holds, written, '$$ROOT'] });
  // every write makes another version: that many changes are that many decisions written
  if (modified === first.size) return changes.map((one) => (first.get(one.id) === one ? one.command.receipt : null));
  const kept = await keptOf(store, collection, [...first.keys()]);
  return changes.map((change) => {
    if (first.get(change.id) !== change) return null;
    const { key, bodyHash } = change.command;
    // another body under this key was somebody else's command: read again, and it is refused
    const mine = kept.get(change.id)?.find((one) => one.key === key && one.bodyHash === bodyHash);
    return mine ? mine.receipt : null;
  });
}

const fieldsOf = ({ set, events }: GuardedChange) => ({ ...set, ...(events.length ? { hasPending: true } : {}) });

/** The receipts as they stand now: where somebody else wrote too, they decide who did. */
async function keptOf(store: Store, collection: GuardedName, ids: string[]): Promise<Map<string, CommandRecord[]>> {
  const found = await store
    .recorded(collection)
    .find({ _id: { $in: ids } }, { projection: { commands: 1 } })
    .toArray();
  return new Map(found.map(({ _id, commands }) => [_id, commands]));
}
