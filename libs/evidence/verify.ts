import { createHash } from 'node:crypto';
import type { EvidenceDoc, FileStore, Store } from '#libs/store';

export interface Verified {
  files: number;
  bytes: number;
  /** Contents whose bytes are not those of their hash, or not there. */
  damaged: { hash: string; found: string | null }[];
  /** Named by a report, and not kept. */
  missing: { hash: string; obligation: string; path: string }[];
}

/** Reads every kept file once more and hashes it; and looks for whatever a report names. */
export async function verifyEvidence(store: Store, files: FileStore): Promise<Verified> {
  const result: Verified = { files: 0, bytes: 0, damaged: [], missing: [] };
  const kept = new Set<string>();
  for await (const one of store.evidence.find({}).sort({ _id: 1 })) {
    const { _id: hash, file, bytes } = one as unknown as EvidenceDoc;
    const found = await hashOf(files.read(file) as AsyncIterable<Buffer>);
    kept.add(hash);
    result.files += 1;
    result.bytes += bytes;
    if (found !== hash) result.damaged.push({ hash, found });
  }
  for await (const book of store.evidenceBooks.find({})) {
    for (const { hash, path } of [...book.bound, ...book.submitted])
      if (!kept.has(hash)) result.missing.push({ hash, obligation: book._id, path });
  }
  return result;
}

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string | null> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of bytes) digest.update(chunk);
    return digest.digest('hex');
  } catch (error) {
    // GridFS tells a missing file or chunk by its own errors; a store that is away is no finding
    if (/^Mongo(Runtime|GridFS)/.test((error as Error).name) || /FileNotFound|ChunkIs/.test((error as Error).message))
      return null;
    throw error;
  }
}
