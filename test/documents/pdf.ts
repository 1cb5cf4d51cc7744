/** Text at a place of an A4 page (595 × 842 points, from below). */
export interface Written {
  text: string;
  x: number;
  y: number;
  size?: number;
}

const WIDTH = 0.5;

/** A PDF from numbered objects; the first is the catalogue. */
export function pdfOf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let size = parts[0]!.length;
  const add = (data: string | Buffer) => {
    const bytes = Buffer.from(data as string);
    parts.push(bytes);
    size += bytes.length;
  };
  objects.forEach((object, n) => {
    offsets.push(size);
    add(`${n + 1} 0 obj\n`);
    add(object);
    add('\nendobj\n');
  });
  const start = size;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

export const stream = (data: string | Buffer, dictionary = ''): Buffer => {
  const bytes = Buffer.from(data as string);
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

const hex = (n: number) => n.toString(16).padStart(4, '0');

/** Pages with a text layer as Word's export has it: glyph numbers, and a table from glyphs to Unicode. */
export function textPdf(pages: Written[][], { toUnicode = true, trailer = '' } = {}): Buffer {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const glyph = new Map(letters.map((letter, n) => [letter, n + 1]));
  const utf16 = (text: string) =>
    [...Buffer.from(text, 'utf16le').swap16()].map((b) => b.toString(16).padStart(2, '0')).join('');
  const map = [...glyph].map(([letter, n]) => `1 beginbfchar\n<${hex(n)}> <${utf16(letter)}>\nendbfchar`).join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${map}\nendcmap end end`;
  const show = ({ text, x, y, size = 12 }: Written) =>
    `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map((letter) => hex(glyph.get(letter)!)).join('')}> Tj ET`;
  const first = 7;
  const kids = pages.map((_, n) => `${first + 2 * n} 0 R`).join(' ');
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      `<< /Type /Font /Subtype /Type0 /BaseFont /Tinos /Encoding /Identity-H /DescendantFonts [4 0 R] ${toUnicode ? '/ToUnicode 5 0 R' : ''} >>`,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tinos /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW ${WIDTH * 1000} >>`,
      stream(cmap),
      '<< /Type /FontDescriptor /FontName /Tinos /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
      ...pages.flatMap((page, n) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * n + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        stream(page.map(show).join('\n')),
      ]),
    ],
    trailer,
  );
}

/** Lines from the top of a page, one below the other. */
export const down = (...lines: string[]): Written[] => lines.map((text, n) => ({ text, x: 70, y: 780 - 18 * n }));

/** One page whose content is given as bytes; a scan when it only draws the picture `/Im1`. */
export function pagePdf(content: Buffer, resources = '', others: (string | Buffer)[] = []): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
    content,
    ...others,
  ]);
}

export const scanPdf = (): Buffer =>
  pagePdf(stream('q 595 0 0 842 0 0 cm /Im1 Do Q'), '/XObject << /Im1 5 0 R >>', [
    stream(
      Buffer.alloc(64, 0x7f),
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
  ]);

/** Asks for a password: keys that the empty one does not open. */
export const lockedPdf = (): Buffer =>
  textPdf([down('Kế hoạch')], {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> /ID [<${'33'.repeat(16)}> <${'33'.repeat(16)}>]`,
  });
