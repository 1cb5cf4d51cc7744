import { refuse, type Refusal } from '#libs/domain';
import { relationsOf } from '../docx/relations.js';
import { readXml } from '../docx/xml.js';
import { ZipParts } from '../docx/zip-parts.js';
import { MAX_CELLS, MAX_SHEETS, MAX_XLSX_BYTES } from '../limits.js';
import { Stop } from '../stop.js';
import { readFormats, type Shown } from './read-formats.js';
import { readSheet } from './read-sheet.js';
import { readStrings } from './read-strings.js';
import type { ReadSheet } from './sheet.types.js';

/** Parts that run, fetch or embed. */
const UNSAFE = /vbaProject|\.bin$|externalLinks\/|activeX|embeddings\/|customData|\bconnections\.xml$|queryTables\//i;

export interface Workbook {
  sheets: ReadSheet[];
}

/**
 * The sheets of an Excel file. Expanded chunk by chunk within the limits of `libs/documents/limits.ts`, never to disk; macros, outside
 * links and embedded files are refused before a cell is read. @returns a refusal in words for what is no such file. Never throws on bad input.
 */
export async function readXlsx(name: string, bytes: Buffer): Promise<Workbook | Refusal> {
  if (bytes.length > MAX_XLSX_BYTES) return refuse('excel-too-large', { name, limit: MAX_XLSX_BYTES / 1024 / 1024 });
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return refuse('excel-not-xlsx', { name });
  try {
    const parts = await ZipParts.open(bytes);
    const unsafe = parts.names().find((part) => UNSAFE.test(part));
    if (unsafe !== undefined) return refuse('excel-unsafe', { name, part: unsafe });
    const found = await workbookOf(parts);
    return found ?? refuse('excel-not-xlsx', { name });
  } catch (error) {
    if (error instanceof Stop && error.code === 'document-bomb') return refuse('excel-bomb', { name });
    if (error instanceof Stop && error.code === 'document-locked') return refuse('excel-locked', { name });
    return refuse('excel-broken', { name });
  }
}

async function workbookOf(parts: ZipParts): Promise<Workbook | null> {
  const part = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (part === undefined || !parts.has(part)) return null;
  const relations = await relationsWithIds(parts, part);
  const listed: { name: string; id: string }[] = [];
  let spreadsheet = false;
  await readXml(parts.chunks(part), {
    open(tag) {
      if (tag.name === 'x:workbook') spreadsheet = true;
      if (tag.name === 'x:sheet') listed.push({ name: tag.at('name') ?? '', id: tag.at('id') ?? '' });
    },
  });
  if (!spreadsheet) return null;
  if (listed.length > MAX_SHEETS) throw new Stop('document-bomb');
  const of = (type: string) => [...relations.values()].find((one) => one.type === type)?.part;
  const strings = await readStrings(parts, of('sharedStrings'));
  const formats: Shown[] = await readFormats(parts, of('styles'));
  const budget = { cells: MAX_CELLS };
  const sheets: ReadSheet[] = [];
  for (const { name, id } of listed) {
    const target = relations.get(id);
    if (target?.type === 'worksheet')
      sheets.push({ name, ...(await readSheet(parts, target.part, { strings, formats, budget })) });
  }
  return { sheets };
}

/** Relations of the workbook by their id: sheets are named by it. */
async function relationsWithIds(parts: ZipParts, part: string): Promise<Map<string, { type: string; part: string }>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const ids: string[] = [];
  await readXml(parts.chunks(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open(tag) {
      if (tag.name.endsWith(':Relationship') && tag.at('TargetMode') !== 'External') ids.push(tag.at('Id') ?? '');
    },
  });
  const relations = await relationsOf(parts, part);
  return new Map(relations.map((relation, n) => [ids[n]!, relation]));
}
