import type { ProcessDoc } from './documents.js';
import { insertMissing, isDuplicateKey, type Store } from './store.js';
import { byMap } from './update-by-map.js';

type NewProcess = Pick<ProcessDoc, '_id' | 'type' | 'campaign' | 'step' | 'level'>;

/** A record for a process that was never examined; `nudge` 1 against `seen` 0 says that it still has to look. */
export function newProcess(fields: NewProcess): ProcessDoc {
  return {
    ...fields,
    turn: 0,
    asleep: 0,
    sleepsUntil: null,
    nudge: 1,
    seen: 0,
    awake: true,
    finished: false,
    createdAt: new Date(),
  };
}

/** A record for a process that has nothing to look at before `until`. */
export function newSleeper(fields: NewProcess, until: Date): ProcessDoc {
  return { ...newProcess(fields), nudge: 0, sleepsUntil: until, awake: false };
}

/** First half of an examination: a new turn that is awake, so that nobody's write goes unnoticed while we read. */
export async function wake(store: Store, id: string): Promise<ProcessDoc> {
  const record = await store.processes.findOneAndUpdate(
    { _id: id },
    { $inc: { turn: 1 }, $set: { sleepsUntil: null, finished: false, awake: true } },
    { returnDocument: 'after' },
  );
  if (!record) throw new Error(`No process record ${id}`);
  return record;
}

/** Second half, when nothing is due: asleep until `until`. A later turn's record is never overwritten. */
export async function fallAsleep(
  store: Store,
  id: string,
  { turn, nudge }: Pick<ProcessDoc, 'turn' | 'nudge'>,
  until: Date | null,
  finished: boolean,
): Promise<void> {
  const asleep = { asleep: turn, seen: nudge, sleepsUntil: until, finished, awake: { $ne: ['$nudge', nudge] } };
  await store.processes.updateOne({ _id: id, turn }, [{ $set: asleep }]);
}

/**
 * Raises nudges for whoever tells the workflows later (`untoldProcesses`): noted in the record, they outlast any outage of the engine.
 * @param missing made where there is none yet; other ids without a record are left out
 */
export async function raiseNudges(store: Store, ids: string[], missing?: NewProcess): Promise<void> {
  const all = [...new Set([...ids, ...(missing ? [missing._id] : [])])];
  if (all.length === 0) return;
  const raise = { $inc: { nudge: 1 }, $set: { awake: true, untold: true } };
  const { matchedCount } = await store.processes.updateMany({ _id: { $in: all } }, raise);
  if (missing && matchedCount < all.length) {
    await insertMissing(store.processes, [{ ...newProcess(missing), untold: true }]);
  }
}

/** Records whose nudge was raised and whose workflow was not told. */
export async function untoldProcesses(store: Store): Promise<ProcessDoc[]> {
  return store.processes.find({ untold: true }).toArray();
}

/** Their workflows were told of the nudges that stood in them as they were read; what was raised since is told later. */
export async function markTold(store: Store, told: ProcessDoc[]): Promise<void> {
  const nudges = new Map(told.map(({ _id, nudge }) => [_id, { nudge }]));
  const untold = { $ne: ['$nudge', '$$mine.nudge'] };
  await byMap(store.processes, nudges, {}, { $mergeObjects: ['$$ROOT', { untold }] });
}

/** Raises the nudge; the caller then signals the workflow. Creates the record where it is missing. */
export async function raiseNudge(store: Store, id: string, missing?: NewProcess): Promise<ProcessDoc | null> {
  const raised = await store.processes.findOneAndUpdate(
    { _id: id },
    { $inc: { nudge: 1 }, $set: { awake: true } },
    { returnDocument: 'after' },
  );
  if (raised || !missing) return raised;
  const record = newProcess(missing);
  try {
    await store.processes.insertOne(record);
    return record;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return raiseNudge(store, id);
  }
}
