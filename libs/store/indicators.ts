import type { Indicator } from '#libs/domain';
import type { IndicatorVersionDoc } from './documents.js';
import { isDuplicateKey, type Store } from './store.js';

const idOf = (id: string, version: number): string => `${id}/v${String(version).padStart(6, '0')}`;

/** The newest version of every indicator, by id. A catalogue has some hundreds of versions, so all are read. */
export async function catalogueOf(store: Store): Promise<IndicatorVersionDoc[]> {
  const newest = new Map<string, IndicatorVersionDoc>();
  for (const one of await store.indicators.find({}).sort({ _id: 1 }).toArray()) newest.set(one.indicator.id, one);
  return [...newest.values()];
}

/** All versions of one indicator, the newest first. */
export const versionsOf = (store: Store, id: string): Promise<IndicatorVersionDoc[]> =>
  store.indicators.find({ 'indicator.id': id }).sort({ _id: -1 }).toArray();

/** The same key in a version that is kept already; a retry finds what it did. */
export const versionByKey = (store: Store, keyHash: string): Promise<IndicatorVersionDoc | null> =>
  store.indicators.findOne({ keyHash });

/** Keeps a version in one insert. @returns false when somebody else wrote this version first */
export async function keepIndicator(
  store: Store,
  indicator: Indicator,
  written: Pick<IndicatorVersionDoc, 'by' | 'at' | 'keyHash' | 'bodyHash'>,
): Promise<boolean> {
  try {
    await store.indicators.insertOne({ _id: idOf(indicator.id, indicator.version), indicator, ...written });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
