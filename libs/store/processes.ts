import type { ProcessDoc } from './documents.js';
import { isDuplicateKey, type Store } from './store.js';

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
