import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { isDuplicateKey, type Store } from '../store.js';
import type { UploadDoc, UploadPartDoc } from './evidence-documents.js';

/** Silence after which another connection may go on with an upload, real ms. */
const LOCK_MS = 10_000;
/** Life of an upload from its beginning, real ms: three days on a bad line. */
export const UPLOAD_LIFE_MS = 3 * 24 * 3_600_000;

const later = (ms: number): Date => new Date(Date.now() + ms);

/** Uploads that nothing has ended and that have not expired. */
const living = () => ({ state: 'open', expiresAt: { $gt: new Date() } }) as const;

/** Begins an upload, or finds the one that the same request began. */
export async function beginUpload(store: Store, upload: UploadDoc): Promise<UploadDoc> {
  try {
    await store.uploads.insertOne(upload);
    return upload;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await uploadOf(store, upload._id)) ?? upload;
  }
}

export const uploadOf = async (store: Store, id: string): Promise<UploadDoc | null> =>
  await store.uploads.findOne({ _id: id });

export const openUploads = (store: Store, obligation: string): Promise<number> =>
  store.uploads.countDocuments({ obligation, ...living() });

/**
 * Takes an upload for one connection, at the byte it believes to stand at.
 * @returns the token to write with, or null: somebody else holds it, it is over, or it stands elsewhere
 */
export async function claimUpload(store: Store, id: string, offset: number): Promise<string | null> {
  const token = randomUUID();
  const free = { $or: [{ lock: null }, { 'lock.until': { $lte: new Date() } }] };
  const lock = { token, until: later(LOCK_MS) };
  const { matchedCount } = await store.uploads.updateOne(
    { _id: id, offset, ...living(), ...free },
    {
      $set: { lock },
    },
  );
  return matchedCount === 1 ? token : null;
}

/** Bytes first, under a name of their own; they count only once the upload lists them. @returns the part to be listed */
export async function keepPart(store: Store, upload: string, bytes: Buffer): Promise<UploadDoc['parts'][number]> {
  const id = randomUUID();
  const part: UploadPartDoc = { _id: id, upload, at: new Date(), bytes: new mongo.Binary(bytes) };
  await store.uploadParts.insertOne(part);
  return { id, bytes: bytes.length };
}

/** The write that counts: whoever still holds the upload at this byte moves it on. @returns false when it was taken over */
export async function listParts(
  store: Store,
  { id, token, offset }: { id: string; token: string; offset: number },
  parts: UploadDoc['parts'],
): Promise<boolean> {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const { matchedCount } = await store.uploads.updateOne(
    { _id: id, offset, 'lock.token': token, state: 'open' } as never,
    {
      $inc: { offset: bytes },
      $push: { parts: { $each: parts } },
      $set: { 'lock.until': later(LOCK_MS) },
    } as never,
  );
  return matchedCount === 1;
}

export const dropParts = async (store: Store, parts: UploadDoc['parts']): Promise<void> => {
  if (parts.length) await store.uploadParts.deleteMany({ _id: { $in: parts.map(({ id }) => id) } });
};

/** Keeps hold during a long piece of work. @returns false when it was taken over */
export async function holdUpload(store: Store, id: string, token: string, more: object = {}): Promise<boolean> {
  const { matchedCount } = await store.uploads.updateOne({ _id: id, 'lock.token': token, state: 'open' } as never, {
    $set: { 'lock.until': later(LOCK_MS) },
    ...more,
  });
  return matchedCount === 1;
}

export async function releaseUpload(store: Store, id: string, token: string): Promise<void> {
  await store.uploads.updateOne({ _id: id, 'lock.token': token }, { $set: { lock: null } });
}

/** Ends an upload with its outcome; the bytes are not needed any more. */
export async function endUpload(
  store: Store,
  id: string,
  outcome: Pick<UploadDoc, 'state' | 'hash' | 'refusal'>,
): Promise<void> {
  await store.uploads.updateOne({ _id: id, state: 'open' } as never, { $set: { ...outcome, lock: null, parts: [] } });
  await store.uploadParts.deleteMany({ upload: id });
}

/** The kept bytes of an upload, in their order. @throws Error when a listed part is not there */
export async function* bytesOf(store: Store, parts: UploadDoc['parts']): AsyncGenerator<Buffer> {
  for (const { id } of parts) {
    const part = (await store.uploadParts.findOne({ _id: id })) as unknown as UploadPartDoc | null;
    if (!part) throw new Error(`part ${id} of an upload is missing`);
    yield Buffer.from(part.bytes.buffer);
  }
}
