import { documentXml, docxParts, paragraph, run } from '../../../test/documents/docx.js';
import { deflatedOver, zip, type Part } from '../../../test/documents/zip.js';
import { readDocument } from '../read-document.js';
import { ZipParts } from './zip-parts.js';

const MB = 1024 * 1024;
const [HEAD, TAIL] = documentXml('@').split('@') as [string, string];
/** word/document.xml that expands to so many MB of spaces. */
const blown = (mb: number, claimed = mb * MB): Part => ({
  name: 'word/document.xml',
  data: deflatedOver(Buffer.alloc(MB, ' '), mb, HEAD, TAIL),
  raw: true,
  claimed,
});
const stop = async (bytes: Buffer) => {
  const outcome = await readDocument(bytes);
  return 'stop' in outcome ? outcome.stop : undefined;
};

describe('a zip bomb', () => {
  it('is refused by what it claims, unopened', async () => {
    expect(await stop(zip(docxParts(blown(400))))).toBe('document-bomb');
  });

  it('is refused while it expands when it claims less', async () => {
    const bytes = zip(docxParts(blown(400, 200 * MB)));
    const parts = await ZipParts.open(bytes);
    let out = 0;
    const expand = async () => {
      for await (const chunk of parts.chunks('word/document.xml')) out += chunk.length;
    };
    await expect(expand()).rejects.toMatchObject({ code: 'document-bomb' });
    expect(out).toBeLessThanOrEqual(40 * MB); // of 400
    expect(await stop(bytes)).toBe('document-bomb');
  });

  it('is refused by its ratio when it stays below the limit of size', async () => {
    expect(await stop(zip(docxParts(blown(20))))).toBe('document-bomb');
  });

  it('is refused at the first chunk beyond its claim', async () => {
    expect(await stop(zip(docxParts(blown(300, 1000))))).toBe('document-bomb');
  });

  it('is refused by the sum of its parts, each of them modest', async () => {
    const noise = Array.from({ length: 100_000 }, (_, n) => ((n * 2654435761) % 2 ** 32).toString(36)).join(' '); // hardly compressible within zlib's window
    const data = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${noise.repeat(15)}</w:hdr>`;
    const headers = Array.from({ length: 4 }, (_, n) => n + 1);
    const parts = docxParts(
      documentXml(paragraph(run('a'))),
      Object.fromEntries(headers.map((n) => [`header${n}`, ''])),
    );
    const heavy = parts.map((part) => (part.name.startsWith('word/header') ? { ...part, data } : part));
    expect(Buffer.byteLength(data) * 4).toBeGreaterThan(40 * MB);
    expect(await stop(zip(heavy))).toBe('document-bomb');
  });

  it('is refused by the number of its parts', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => ({ name: `x/${n}`, data: '' }));
    expect(await stop(zip([...docxParts(documentXml('')), ...many]))).toBe('document-bomb');
  });
});

describe('XML that wants to grow', () => {
  const withDoctype = (doctype: string, entity: string) =>
    documentXml(paragraph(`<w:r><w:t>&${entity};</w:t></w:r>`)).replace(
      '<w:document',
      `<!DOCTYPE d [${doctype}]><w:document`,
    );

  it('by entities of entities (billion laughs) is refused at its DOCTYPE', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    expect(await stop(zip(docxParts(withDoctype(`<!ENTITY l0 "ha">${laughs}`, 'l9'))))).toBe('document-broken');
  });

  it('by a file of the machine is refused at its DOCTYPE', async () => {
    expect(await stop(zip(docxParts(withDoctype('<!ENTITY x SYSTEM "file:///etc/hostname">', 'x'))))).toBe(
      'document-broken',
    );
  });

  it('by entities nobody declared is refused', async () => {
    expect(await stop(zip(docxParts(documentXml(paragraph('<w:r><w:t>&lol;</w:t></w:r>')))))).toBe('document-broken');
  });

  it('by depth is refused', async () => {
    expect(await stop(zip(docxParts(documentXml('<w:p>'.repeat(300) + '</w:p>'.repeat(300)))))).toBe('document-broken');
  });

  it('by nothing but empty paragraphs is refused at the limit of characters', async () => {
    expect(await stop(zip(docxParts(documentXml(`<w:p w:rsidR="00A1"/><w:p/>`.repeat(600_000)))))).toMatch(
      /bomb|too-long/,
    );
  });
});
