import { Stop } from '../stop.js';
import { BodyText } from './body-text.js';
import { Numbering } from './numbering.js';
import { readNumbering, readStyles } from './number-parts.js';
import { relationsOf } from './relations.js';
import { readXml } from './xml.js';
import { ZipParts } from './zip-parts.js';

/** First page, other pages, even pages, for a few sections. */
const MAX_HEADERS = 12;
/** A header that only counts the pages. */
const PAGE_NUMBER = /^[\s\d–-]*$/;

/** Headers once each, then the body, then footnotes and endnotes. @throws Stop, Error when broken */
export async function readDocx(bytes: Buffer): Promise<string> {
  const parts = await ZipParts.open(bytes);
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined) throw new Stop('document-unsupported');
  if (!parts.has(main)) throw new Stop('document-broken');

  const related = await relationsOf(parts, main);
  const named = (type: string) => related.filter((relation) => relation.type === type).map(({ part }) => part);
  const numbering = new Numbering();
  for (const part of named('numbering')) await readNumbering(parts.chunks(part), numbering);
  for (const part of named('styles')) await readStyles(parts.chunks(part), numbering);

  const linesOf = async (part: string) => {
    const body = new BodyText(numbering);
    await readXml(parts.chunks(part), body);
    if (part === main && body.root !== 'w:document') throw new Stop('document-unsupported');
    return body.lines;
  };
  const body = await linesOf(main);
  const headers = new Set<string>();
  for (const part of named('header').slice(0, MAX_HEADERS)) {
    const text = (await linesOf(part)).filter((line) => !PAGE_NUMBER.test(line)).join('\n');
    if (text !== '') headers.add(text);
  }
  const notes: string[] = [];
  for (const part of [...named('footnotes'), ...named('endnotes')])
    notes.push(...(await linesOf(part)).filter((line) => line.trim() !== ''));
  return [...headers, ...body, ...notes].join('\n');
}
