import { ZipParts } from './docx/zip-parts.js';
import { readXml } from './docx/xml.js';
import { Stop } from './stop.js';

/** What a zip holds, once every part of it was expanded within the limits and every XML part was read without a DOCTYPE. */
export interface CheckedZip {
  /** Names of all parts. */
  names: string[];
  /** Text of the parts asked for. */
  texts: Map<string, string>;
}

/** Parts with an external target, which would fetch when the document is opened. A hyperlink waits for a click. */
const OUTSIDE = /TargetMode\s*=\s*["']External["']/;
const HYPERLINK = /relationships\/hyperlink["']/;

/**
 * Looks at an uploaded zip before a library opens it: sizes, ratios, encryption, well-formed XML, depth.
 * @param wanted parts whose text is given back
 * @returns why it may not be opened, or its parts
 */
export async function checkedZip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<CheckedZip | { bad: 'broken' | 'outside'; part: string }> {
  let at = '';
  try {
    const parts = await ZipParts.open(bytes);
    const names = parts.names();
    const texts = new Map<string, string>();
    for (const name of names) {
      at = name;
      const chunks: Buffer[] = [];
      for await (const chunk of parts.chunks(name)) chunks.push(chunk);
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      await readXml(oneByOne(chunks), { open: () => undefined });
      const text = Buffer.concat(chunks).toString('utf8');
      if (name.endsWith('.rels') && pointsOutside(text)) return { bad: 'outside', part: name };
      if (wanted(name)) texts.set(name, text);
    }
    return { names, texts };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { bad: 'broken', part: error instanceof Stop || at === '' ? at || 'zip' : at };
  }
}

async function* oneByOne(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
  await Promise.resolve();
}

const pointsOutside = (xml: string): boolean =>
  (xml.match(/<Relationship\b[^>]*>/g) ?? []).some((one) => OUTSIDE.test(one) && !HYPERLINK.test(one));
