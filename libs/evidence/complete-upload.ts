import { createHash } from 'node:crypto';
import { isRefusal, judgeKind, refuse, type EvidenceLimits, type MessageCode, type Refusal } from '#libs/domain';
import {
  bindFile,
  bytesOf,
  endUpload,
  holdUpload,
  keepContentOnce,
  touchContent,
  type FileStore,
  type ObligationDoc,
  type Store,
  type UploadDoc,
} from '#libs/store';
import { typeOf } from './type-of.js';

/** States in which a report is being written. */
export const OWED: readonly ObligationDoc['state'][] = ['scheduled', 'open', 'returned'];

/**
 * All bytes are here: told what they are, hashed, kept once, bound to their place. Each step may be repeated, so whoever comes after a crash
 * (the sender who asks again, or the sweep) does the same once more.
 * @param token of whoever holds the upload
 */
export async function completeUpload(
  store: Store,
  files: FileStore,
  upload: UploadDoc,
  token: string,
  limits: EvidenceLimits,
): Promise<void> {
  const owed = await store.obligations.findOne({ _id: upload.obligation }, { projection: { state: 1 } });
  if (!owed || !OWED.includes(owed.state))
    return refused(store, upload, refuse('illegal-step', { command: 'submit', state: owed?.state ?? null }));
  const kind = judgeKind(await typeOf(bytesOf(store, upload.parts)), limits);
  if (isRefusal(kind)) return refused(store, upload, kind);
  const copy = `${upload._id}.${token}`;
  if (!(await holdUpload(store, upload._id, token, { $push: { copies: copy } }))) return;
  const hash = await copied(store, files, upload, token, copy);
  if (hash === null) return;
  if (upload.announced !== null && upload.announced !== hash) {
    await files.remove(copy);
    return refused(store, upload, refuse('evidence-hash'));
  }
  const since = new Date();
  const content = { _id: hash, file: copy, bytes: upload.length, type: kind.type, keptAt: since, touchedAt: since };
  const known = await touchContent(store, hash, true);
  const kept = known ? known.file === copy : await keepContentOnce(store, { ...content, scan: null, scanDue: true });
  if (!kept) await files.remove(copy);
  if (!kept && !known) return; // on its way out, or kept by another a moment ago: done by whoever asks next
  const { path, name, by, at, length: bytes } = upload;
  const file = { path, hash, name, bytes, type: kind.type, by, at, since };
  const book = await bindFile(store, { _id: upload.obligation, campaign: upload.campaign }, file, limits, null);
  const bound = book.bound.some((one) => one.path === path && one.hash === hash);
  if (!bound) return refused(store, upload, noRoom(book.bound.length, path, limits));
  await endUpload(store, upload._id, { state: 'done', hash, refusal: null });
}

/** Copies the parts into the file store, hashing them on the way. @returns null when somebody else took over */
async function copied(
  store: Store,
  files: FileStore,
  { _id, parts }: UploadDoc,
  token: string,
  copy: string,
): Promise<string | null> {
  const digest = createHash('sha256');
  let held = true;
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const bytes of bytesOf(store, parts)) {
      held &&= await holdUpload(store, _id, token);
      if (!held) return;
      digest.update(bytes);
      yield bytes;
    }
  }
  await files.put(copy, hashed());
  if (held) return digest.digest('hex');
  await files.remove(copy);
  return null;
}

/** Which limit left no room. */
export const noRoom = (inReport: number, path: string, { maxPerPlace, maxPerReport }: EvidenceLimits): Refusal =>
  inReport >= maxPerReport
    ? refuse('evidence-report-full', { count: maxPerReport })
    : refuse('evidence-too-many', { path, count: maxPerPlace });

async function refused(store: Store, upload: UploadDoc, { code, data }: Refusal): Promise<void> {
  await endUpload(store, upload._id, { state: 'refused', hash: null, refusal: { code, ...(data && { data }) } });
}

/** Why an upload was turned away in the end, in words again. */
export const refusalOf = ({ refusal }: Pick<UploadDoc, 'refusal'>): Refusal | null =>
  refusal && refuse(refusal.code as MessageCode, refusal.data);
