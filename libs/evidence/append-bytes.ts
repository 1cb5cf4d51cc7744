import { createHash } from 'node:crypto';
import { refuse, type Refusal } from '#libs/domain';
import { dropParts, keepPart, listParts, type Store, type UploadDoc } from '#libs/store';

/** Bytes that are kept together: what a killed process or line can lose at most, and one document in the store. */
const PIECE = 128 * 1024;
/** Parts of one upload: a document lists them all. Each connection leaves one or more. */
const MAX_PARTS = 4_000;

export interface Checksum {
  algorithm: 'sha1' | 'sha256';
  /** Base64. */
  digest: string;
}

export interface Hold {
  id: string;
  token: string;
  offset: number;
}

/**
 * Appends what arrives, piece by piece; every piece is safe once it is listed. With a checksum all of it counts or nothing. A line that
 * breaks leaves what had arrived.
 * @returns the offset that holds now, and whether the source ended by itself
 */
export async function appendBytes(
  store: Store,
  upload: Pick<UploadDoc, 'length' | 'parts'>,
  hold: Hold,
  source: AsyncIterable<Buffer>,
  checksum: Checksum | null,
): Promise<{ offset: number; whole: boolean } | Refusal> {
  const digest = checksum && createHash(checksum.algorithm);
  const unlisted: UploadDoc['parts'] = [];
  let { offset } = hold;
  let buffered: Buffer[] = [];
  let size = 0;
  let listed = upload.parts.length;
  let arrived = offset;

  const keep = async (): Promise<boolean> => {
    if (size > 0) unlisted.push(await keepPart(store, hold.id, Buffer.concat(buffered)));
    [buffered, size] = [[], 0];
    return checksum !== null || list();
  };
  const list = async (): Promise<boolean> => {
    if (unlisted.length === 0) return true;
    if (!(await listParts(store, { ...hold, offset }, unlisted))) return false;
    offset += unlisted.reduce((sum, { bytes }) => sum + bytes, 0);
    listed += unlisted.length;
    unlisted.length = 0;
    return true;
  };
  const turnedAway = async (refusal: Refusal): Promise<Refusal> => {
    await dropParts(store, unlisted);
    return refusal;
  };

  const chunks = source[Symbol.asyncIterator]();
  let whole: boolean;
  for (;;) {
    const next = await chunks.next().catch(() => null);
    whole = next !== null;
    if (next === null || next.done) break;
    arrived += next.value.length;
    if (arrived > upload.length) return turnedAway(refuse('upload-overflow', { length: upload.length }));
    digest?.update(next.value);
    buffered.push(next.value);
    size += next.value.length;
    if (listed + unlisted.length >= MAX_PARTS) return turnedAway(refuse('upload-fragments', { count: MAX_PARTS }));
    if (size >= PIECE && !(await keep())) return turnedAway(refuse('upload-busy'));
  }
  if (checksum && !whole) return turnedAway(refuse('upload-checksum'));
  if (!(await keep())) return turnedAway(refuse('upload-busy'));
  if (digest && digest.digest('base64') !== checksum.digest) return turnedAway(refuse('upload-checksum'));
  if (!(await list())) return turnedAway(refuse('upload-busy'));
  return { offset, whole };
}
