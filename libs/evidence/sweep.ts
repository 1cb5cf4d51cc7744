import { localDateOf, type EvidenceLimits } from '#libs/domain';
import {
  booksWith,
  claimUpload,
  releaseUpload,
  UPLOAD_LIFE_MS,
  type EvidenceDoc,
  type FileStore,
  type Store,
  type UploadDoc,
} from '#libs/store';
import { completeUpload } from './complete-upload.js';

/** A content that nobody names is kept that long, real ms: somebody may just be binding it. */
const UNNAMED_MS = 7 * 24 * 3_600_000;
const AT_ONCE = 100;

export interface Swept {
  completed: number;
  expired: number;
  contents: number;
}

/**
 * Finishes uploads whose bytes are all here (a process died before it did), removes those that nobody went on with and contents that
 * nobody names. What a submission named is never touched.
 * @param now real time
 */
export async function sweepEvidence(
  store: Store,
  files: FileStore,
  limitsOn: (day: string) => EvidenceLimits,
  now = new Date(),
): Promise<Swept> {
  const completed = await completeLeft(store, files, limitsOn);
  const expired = await removeExpired(store, files, now);
  const contents = await removeUnnamed(store, files, new Date(now.getTime() - UNNAMED_MS));
  return { completed, expired, contents };
}

async function completeLeft(store: Store, files: FileStore, limitsOn: (day: string) => EvidenceLimits) {
  const left = (await store.uploads
    .find({ state: 'open', $expr: { $eq: ['$offset', '$length'] } } as never)
    .limit(AT_ONCE)
    .toArray()) as unknown as UploadDoc[];
  let completed = 0;
  for (const upload of left) {
    const token = await claimUpload(store, upload._id, upload.length);
    if (token === null) continue;
    await completeUpload(store, files, upload, token, limitsOn(localDateOf(upload.at)));
    await releaseUpload(store, upload._id, token);
    completed += 1;
  }
  return completed;
}

async function removeExpired(store: Store, files: FileStore, now: Date): Promise<number> {
  const expired = (await store.uploads
    .find({ expiresAt: { $lte: now } })
    .limit(AT_ONCE)
    .toArray()) as unknown as UploadDoc[];
  for (const { _id, copies } of expired) {
    const wanted = await store.evidence.distinct('file', { file: { $in: copies } });
    for (const copy of copies) if (!wanted.includes(copy)) await files.remove(copy);
    await store.uploadParts.deleteMany({ upload: _id });
    await store.uploads.deleteOne({ _id, expiresAt: { $lte: now } });
  }
  // parts that were kept and never listed, of uploads that are gone
  await store.uploadParts.deleteMany({ at: { $lte: new Date(now.getTime() - 2 * UPLOAD_LIFE_MS) } });
  return expired.length;
}

/** Claimed before it is judged, so that nobody binds what is being removed; whoever was faster keeps it. */
async function removeUnnamed(store: Store, files: FileStore, before: Date): Promise<number> {
  const old = (await store.evidence
    .find({ touchedAt: { $lte: before } })
    .sort({ touchedAt: 1 })
    .limit(AT_ONCE)
    .toArray()) as unknown as EvidenceDoc[];
  let removed = 0;
  for (const { _id, file, touchedAt } of old) {
    const claimed = await store.evidence.updateOne({ _id, touchedAt }, { $set: { removing: true } });
    if (claimed.matchedCount === 0) continue;
    if ((await booksWith(store, _id)).length > 0) {
      // named: looked at again after as long a time
      await store.evidence.updateOne({ _id }, { $unset: { removing: '' }, $set: { touchedAt: new Date() } });
      continue;
    }
    await store.evidence.deleteOne({ _id });
    await files.remove(file);
    removed += 1;
  }
  return removed;
}
