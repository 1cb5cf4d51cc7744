import { Flights } from './flights.js';
import type { GuardedName, Store } from './store.js';
import type { Recorded } from './documents.js';

const departures = new WeakMap<Store, Map<string, Flights<string, Recorded | null>>>();

/**
 * One document by id. Reads asked for side by side share a query; each answer is read after it was asked for.
 * @param projection the same object for every call of one kind: it names the flight
 */
export function readTogether<D extends Recorded>(
  store: Store,
  collection: GuardedName,
  id: string,
  projection: Record<string, 1> = WHOLE,
): Promise<D | null> {
  const ofStore = departures.get(store) ?? new Map<string, Flights<string, Recorded | null>>();
  departures.set(store, ofStore);
  const name = `${collection} ${Object.keys(projection).join(' ')}`;
  const flights = ofStore.get(name) ?? new Flights((ids: string[]) => readAll(store, collection, ids, projection));
  ofStore.set(name, flights);
  return flights.add(id) as Promise<D | null>;
}

const WHOLE: Record<string, 1> = {};

async function readAll(
  store: Store,
  collection: GuardedName,
  ids: string[],
  projection: Record<string, 1>,
): Promise<(Recorded | null)[]> {
  const found = await store
    .recorded(collection)
    .find({ _id: { $in: [...new Set(ids)] } }, { projection })
    .toArray();
  const byId = new Map(found.map((document) => [document._id, document]));
  return ids.map((id) => byId.get(id) ?? null);
}
