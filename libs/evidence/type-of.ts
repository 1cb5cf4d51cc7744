import { fileTypeFromBuffer } from 'file-type';
import { Lane } from '#libs/documents';

/** One file is told at a time, so that the memory of the largest one is spent once. */
const lane = new Lane(Infinity);

/**
 * Media type by what the bytes say; the name is not asked. A zip is told by its parts, wherever they lie, so all bytes are looked at.
 * @returns null for what has no signature (plain text, HTML, SVG) or is broken  @throws what the source throws
 */
export async function typeOf(source: AsyncIterable<Buffer>): Promise<string | null> {
  const found = await lane.run(async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of source) chunks.push(chunk);
    // what cannot be read as the kind it begins as is no kind
    return fileTypeFromBuffer(Buffer.concat(chunks)).catch(() => undefined);
  });
  return found?.mime ?? null;
}
