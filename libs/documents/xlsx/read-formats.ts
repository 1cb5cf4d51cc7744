import { readXml } from '../docx/xml.js';
import type { ZipParts } from '../docx/zip-parts.js';

/** How a number is shown. */
export type Shown = 'plain' | 'date' | 'percent';

/** For each style of a workbook, how it shows a number. */
export async function readFormats(parts: ZipParts, part: string | undefined): Promise<Shown[]> {
  const custom = new Map<string, string>();
  const styles: string[] = [];
  let inside = false;
  if (part === undefined) return [];
  await readXml(parts.chunks(part), {
    open(tag) {
      if (tag.name === 'x:numFmt') custom.set(tag.at('numFmtId') ?? '', tag.at('formatCode') ?? '');
      else if (tag.name === 'x:cellXfs') inside = true;
      else if (tag.name === 'x:xf' && inside) styles.push(tag.at('numFmtId') ?? '0');
    },
    close(name) {
      if (name === 'x:cellXfs') inside = false;
    },
  });
  return styles.map((id) => shownBy(Number(id), custom.get(id)));
}

/** Numbers of formats that every spreadsheet knows (ECMA-376 part 1, 18.8.30), then those of the file by their letters. */
function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
      ? 'date'
      : 'plain';
  }
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /[dmyhs]/i.test(bare.replace(/general|standard/gi, '')) ? 'date' : 'plain';
}
