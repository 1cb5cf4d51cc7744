/** What stands in one paragraph, as its reader sees it. */
export type ParagraphText = string;

const TOKEN =
  /<w:p(?:\s[^>]*)?\/>|<w:p(?:\s[^>]*)?>|<\/w:p>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b[^>]*\/>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, dec: string, name: string) =>
    hex || dec ? String.fromCodePoint(parseInt(hex || dec, hex ? 16 : 10)) : (ENTITIES[name] ?? whole),
  );

/** The paragraphs of a WordprocessingML part in order, runs joined: Word cuts a placeholder into several without showing it. */
export function paragraphsOf(xml: string): ParagraphText[] {
  const done: ParagraphText[] = [];
  const open: string[] = [];
  for (const [token, text] of xml.matchAll(TOKEN)) {
    if (token === '</w:p>') {
      const ended = open.pop();
      if (ended) done.push(ended);
    } else if (text !== undefined) open[open.length - 1] += plain(text);
    else if (/^<w:p[\s>]/.test(token) && !token.endsWith('/>')) open.push('');
    else if (open.length > 0 && !token.startsWith('<w:p')) open[open.length - 1] += ' ';
  }
  return done;
}
