import type { Preference } from '#libs/domain';
import type { Store } from './store.js';

/** Is there anybody whose digest comes before this hour? Mostly not, and then nobody need be looked up. */
export async function someoneEarly(store: Store, hour: string): Promise<boolean> {
  return (await store.preferences.countDocuments({ digestAt: { $lt: hour } }, { limit: 1 })) === 1;
}

/** What these persons chose, as it holds now; who chose nothing is missing. */
export async function preferencesOf(store: Store, persons: string[]): Promise<Map<string, Preference>> {
  const chosen = new Map<string, Preference>();
  if (persons.length === 0 || (await store.preferences.countDocuments({}, { limit: 1 })) === 0) return chosen;
  const projection = { digestAt: 1, frequency: 1 };
  for (let from = 0; from < persons.length; from += PAGE) {
    const filter = { _id: { $in: persons.slice(from, from + PAGE) } };
    for (const { _id, digestAt, frequency } of await store.preferences.find(filter, { projection }).toArray())
      chosen.set(_id, { digestAt, frequency });
  }
  return chosen;
}

const PAGE = 5_000;
