import { documentXml, docx, docxParts, paragraph, run, table } from '../../../test/documents/docx.js';
import { TCVN3 } from '../../../test/documents/old-tables.js';
import { zip } from '../../../test/documents/zip.js';
import { readDocument } from '../read-document.js';

const read = async (bytes: Buffer) => {
  const outcome = await readDocument(bytes);
  return 'stop' in outcome ? outcome.stop : outcome.text;
};
const lines = async (body: string, others?: Record<string, string>) => (await read(docx(body, others))).split('\n');
const p = (text: string, properties = '') => paragraph(run(text), properties);

describe('a docx', () => {
  it('is read paragraph by paragraph, however Word cut the runs', async () => {
    const body =
      paragraph(run('KẾ ') + '<w:proofErr w:type="spellStart"/>' + run('HOẠCH')) + p('') + p('1. Mục đích & yêu cầu');
    expect(await lines(body)).toEqual(['KẾ HOẠCH', '', '1. Mục đích & yêu cầu']);
  });

  it('keeps a table row on one line, its cells apart', async () => {
    const body = table(
      [p('Chỉ tiêu'), p('Đơn vị'), p('Năm 2019')],
      [
        p('Thu ngân sách') + p('trên địa bàn'),
        p('tỷ đồng'),
        paragraph(run('4.550') + '<w:r><w:br/></w:r>' + run('trở lên')),
      ],
      [p('Hộ nghèo'), p(''), p('≤ 3%')],
      [p(''), p('')],
    );
    expect(await lines(p('Biểu 1') + body + p('hết'))).toEqual([
      'Biểu 1',
      'Chỉ tiêu | Đơn vị | Năm 2019',
      'Thu ngân sách trên địa bàn | tỷ đồng | 4.550 trở lên',
      'Hộ nghèo |  | ≤ 3%',
      'hết',
    ]);
  });

  it('keeps a table inside a cell on the line of its row', async () => {
    expect(await lines(table([p('a'), table([p('b'), p('c')], [p('d'), p('e')]) + p('')]))).toEqual([
      'a | b | c d | e',
    ]);
  });

  it('leaves out what was deleted or moved away under tracking, and keeps what was put in', async () => {
    const deleted = '<w:del w:author="a"><w:r><w:delText>30</w:delText></w:r></w:del>';
    const inserted = `<w:ins w:author="a">${run('38,4')}</w:ins>`;
    const moved = `<w:moveFrom w:author="a">${run('đi')}</w:moveFrom><w:moveTo w:author="a">${run('đến')}</w:moveTo>`;
    const ended = '<w:rPr><w:del w:author="a"/></w:rPr>';
    const rows =
      '<w:tbl><w:tr><w:trPr><w:del w:author="a"/></w:trPr><w:tc><w:p/></w:tc></w:tr>' +
      `<w:tr><w:trPr><w:ins w:author="a"/></w:trPr><w:tc>${p('còn')}</w:tc></w:tr></w:tbl>`;
    const gone = paragraph('<w:del w:author="a"><w:r><w:delText>cả đoạn</w:delText></w:r></w:del>', ended);
    const body =
      paragraph(run('đạt ') + deleted + inserted + run(' triệu')) +
      paragraph(moved) +
      p('một ', ended) +
      p('dòng') +
      gone +
      rows;
    expect(await lines(body)).toEqual(['đạt 38,4 triệu', 'đến', 'một dòng', 'còn']);
  });

  it('shows what a reader sees: capitals, no hidden runs, no field codes, a drawing once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('Số: 12/KH-UBND')}</mc:Choice><mc:Fallback>${box('Số: 12/KH-UBND')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const field = '<w:r><w:instrText>DATE \\@ "yyyy"</w:instrText></w:r>' + run('2019');
    const body =
      paragraph(run('kế hoạch', '<w:caps/>') + run(' nháp', '<w:vanish/>') + run(' hiện', '<w:vanish w:val="0"/>')) +
      paragraph(run('UBND TỈNH') + drawing) +
      paragraph(run('năm ') + field + '<w:r><w:tab/></w:r>' + run('hết'));
    expect(await lines(body)).toEqual(['KẾ HOẠCH hiện', 'UBND TỈNH', 'Số: 12/KH-UBND', 'năm 2019\thết']);
  });

  it('puts headers before and notes after, once each, and no page numbers', async () => {
    const others = {
      header1: p('MẬT'),
      header2: p('MẬT'),
      header3: p('- 2 -'),
      footnotes: `<w:footnote>${p('Theo Luật số 06')}</w:footnote>`,
    };
    expect(await lines(p('thân'), others)).toEqual(['MẬT', 'thân', 'Theo Luật số 06']);
  });

  it('reads Strict Open XML and other prefixes', async () => {
    const xml =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Kế hoạch</x:t></x:r></x:p></x:body></x:document>';
    expect(await read(zip(docxParts(xml)))).toBe('Kế hoạch');
  });
});

describe('list numbers of a docx', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'bullet', '\uf0b7')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, 'lowerLetter', '%1)', '<w:suff w:val="space"/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="9">${level(0, 'ideographDigital', '%1')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>';
  const styles =
    '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
  const item = (list: number, at: number, text: string) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const styled = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`);
  const numbered = (body: string) => lines(body, { numbering, styles });

  it('stand before the text as Word shows them', async () => {
    const body = [
      [0, 'MỤC ĐÍCH'],
      [1, 'Mục đích'],
      [1, 'Yêu cầu'],
      [2, 'Cấp tỉnh'],
      [3, 'sở'],
      [2, 'Cấp xã'],
      [0, 'NỘI DUNG'],
      [1, 'Chỉ tiêu'],
    ] as const;
    expect(await numbered(body.map(([at, text]) => item(1, at, text)).join(''))).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      '2.1. Cấp tỉnh',
      '- sở',
      '2.2. Cấp xã',
      'II. NỘI DUNG',
      '1. Chỉ tiêu',
    ]);
  });

  it('come from the style, go on over other text, start again where the list says so, and may be switched off', async () => {
    const body =
      styled('Muc', 'một') +
      styled('MucCon', 'con') +
      p('xen') +
      item(2, 0, 'a') +
      item(2, 0, 'b') +
      item(3, 0, 'bắt đầu lại') +
      styled('Muc', 'hai');
    const off = p('không số', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await numbered(body + off)).toEqual([
      'I. một',
      '1. con',
      'xen',
      'a) a',
      'b) b',
      'd) bắt đầu lại',
      'II. hai',
      'không số',
    ]);
  });

  it('are left out where they are not plain, or lead nowhere', async () => {
    expect(await numbered(item(4, 0, 'chữ Hán') + item(99, 0, 'không có danh sách'))).toEqual([
      'chữ Hán',
      'không có danh sách',
    ]);
  });
});

describe('what is no docx', () => {
  it.each([
    ['cut off', docx(p('Kế hoạch')).subarray(0, 300), 'document-broken'],
    ['a workbook', zip(docxParts('<workbook/>')), 'document-unsupported'],
    ['another zip', zip([{ name: 'a.txt', data: 'Kế hoạch' }]), 'document-unsupported'],
    ['without its main part', zip(docxParts({ name: 'word/other.xml', data: '' })), 'document-broken'],
    ['ill-formed', zip(docxParts(documentXml('<w:p>'))), 'document-broken'],
    ['without text', docx('<w:p/>'), 'document-empty'],
    [
      'with a password of the zip',
      zip(docxParts({ name: 'word/document.xml', data: documentXml(''), flags: 1 })),
      'document-locked',
    ],
    [
      'with a path that climbs out',
      zip([...docxParts(documentXml(p('a'))), { name: '../../etc/x', data: '' }]),
      'document-broken',
    ],
    ['in TCVN3 letters', docx(p(TCVN3)), 'document-encoding'],
  ])('%s: refused', async (_, bytes, code) => expect(await read(bytes)).toBe(code));

  it('points outside: what is there is not looked at', async () => {
    const rels =
      '<Relationships><Relationship Type="x/header" TargetMode="External" Target="file:///etc/hostname"/><Relationship Type="x/header" Target="../../../etc/hostname"/></Relationships>';
    const parts = docxParts(documentXml(p('thân'))).map((part) =>
      part.name === 'word/_rels/document.xml.rels' ? { ...part, data: rels } : part,
    );
    expect(await read(zip(parts))).toBe('thân');
  });
});
