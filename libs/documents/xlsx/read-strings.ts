import { readXml } from '../docx/xml.js';
import type { ZipParts } from '../docx/zip-parts.js';
import { MAX_CELLS } from '../limits.js';
import { Stop } from '../stop.js';

/** The shared texts of a workbook, runs joined, what is written above the letters (phonetics) left out. */
export async function readStrings(parts: ZipParts, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text: string | null = null;
  let inText = false;
  let phonetic = 0;
  await readXml(parts.chunks(part), {
    open({ name }) {
      if (name === 'x:si') text = '';
      else if (name === 'x:rPh') phonetic += 1;
      else if (name === 'x:t') inText = phonetic === 0;
    },
    close(name) {
      if (name === 'x:t') inText = false;
      else if (name === 'x:rPh') phonetic -= 1;
      else if (name === 'x:si') {
        if (strings.length >= MAX_CELLS) throw new Stop('document-bomb');
        strings.push(text ?? '');
        text = null;
      }
    },
    text(letters) {
      if (inText && text !== null) text += letters;
    },
  });
  return strings;
}
