import type { CalendarData } from '#libs/domain';
import type { CalendarVersionDoc } from './documents.js';
import { isDuplicateKey, type Store } from './store.js';

const idOf = (version: number): string => `v${String(version).padStart(6, '0')}`;
const NEWEST = { sort: { _id: -1 } } as const;

/** What was imported and confirmed until now; null while nothing was. */
export async function calendarData(store: Store): Promise<CalendarData | null> {
  return (await store.calendars.findOne({}, NEWEST))?.data ?? null;
}

/** Number of the newest version, 0 while nothing was imported: cheap enough to be asked every few seconds. */
export async function calendarVersion(store: Store): Promise<number> {
  const newest = await store.calendars.findOne({}, { ...NEWEST, projection: { _id: 1 } });
  return newest ? Number(newest._id.slice(1)) : 0;
}

/** Keeps a whole version in one write. @returns false when somebody else wrote this version first */
export async function keepCalendarVersion(
  store: Store,
  version: Omit<CalendarVersionDoc, '_id' | 'applied'>,
): Promise<boolean> {
  try {
    await store.calendars.insertOne({ _id: idOf(version.data.version), ...version, applied: false });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Versions whose clocks were not all computed again, oldest first, each with the data before it. */
export async function unappliedCalendars(
  store: Store,
): Promise<{ version: CalendarVersionDoc; before: CalendarData | null }[]> {
  const open = await store.calendars.find({ applied: false }).sort({ _id: 1 }).toArray();
  return Promise.all(
    open.map(async (version) => ({
      version,
      before: (await store.calendars.findOne({ _id: idOf(version.data.version - 1) }))?.data ?? null,
    })),
  );
}

export async function calendarApplied(store: Store, version: number): Promise<void> {
  await store.calendars.updateOne({ _id: idOf(version) }, { $set: { applied: true } });
}
