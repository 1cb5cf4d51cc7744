import yauzl from 'yauzl';
import { MAX_ZIP_CLAIMED, MAX_ZIP_ENTRIES, MAX_ZIP_EXPANDED, MAX_ZIP_RATIO, RATIO_FROM } from '../limits.js';
import { Stop } from '../stop.js';

/**
 * The parts of a zip, expanded on demand and never to disk. Every chunk that comes out is counted against the limits before it is
 * handed on, so a bomb is noticed some ten kilobytes after the limit. What the zip claims is believed only to refuse.
 */
export class ZipParts {
  private expanded = 0;

  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: Map<string, yauzl.Entry>,
  ) {}

  /** @throws Stop `document-bomb`, `document-locked`; Error of yauzl when broken */
  static async open(bytes: Buffer): Promise<ZipParts> {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: false });
    if (zip.entryCount > MAX_ZIP_ENTRIES) throw new Stop('document-bomb');
    const entries = new Map<string, yauzl.Entry>();
    let claimed = 0;
    for await (const entry of zip.eachEntry()) {
      claimed += entry.uncompressedSize;
      if (claimed > MAX_ZIP_CLAIMED) throw new Stop('document-bomb');
      if (entry.isEncrypted()) throw new Stop('document-locked');
      entries.set(entry.fileName, entry);
    }
    return new ZipParts(zip, entries);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Chunks of a part; none when it is not there. @throws Stop `document-bomb` at the chunk that goes past a limit */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) return;
    let size = 0;
    for await (const chunk of (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      this.expanded += chunk.length;
      if (this.expanded > MAX_ZIP_EXPANDED || size > entry.uncompressedSize) throw new Stop('document-bomb');
      if (size > RATIO_FROM && size > MAX_ZIP_RATIO * entry.compressedSize) throw new Stop('document-bomb');
      yield chunk;
    }
    if (size < entry.uncompressedSize) throw new Stop('document-broken');
  }
}
