import type { EvidenceDoc, FileStore, Store } from '#libs/store';
import type { Scanner } from './clamd.js';

/** Files looked at in one round. */
const AT_ONCE = 20;

export interface Scanned {
  clean: number;
  infected: number;
  /** The scanner could not say; they are asked about again, after the others. */
  failed: number;
}

/** Asks the scanner about files that wait for it. Asked twice is harmless; one whose bytes came again meanwhile waits once more. */
export async function scanDue(store: Store, files: FileStore, scan: Scanner): Promise<Scanned> {
  const due = (await store.evidence
    .find({ scanDue: true })
    .sort({ scanTriedAt: 1 })
    .limit(AT_ONCE)
    .toArray()) as unknown as EvidenceDoc[];
  const result: Scanned = { clean: 0, infected: 0, failed: 0 };
  for (const { _id, file, touchedAt } of due) {
    const at = new Date();
    try {
      const found = await scan(files.read(file) as AsyncIterable<Buffer>);
      await store.evidence.updateOne({ _id }, { $set: { scan: { ...found, at } } });
      await store.evidence.updateOne({ _id, touchedAt }, { $unset: { scanDue: '', scanTriedAt: '' } });
      result[found.state] += 1;
    } catch {
      await store.evidence.updateOne({ _id }, { $set: { scanTriedAt: at } });
      result.failed += 1;
    }
  }
  return result;
}
