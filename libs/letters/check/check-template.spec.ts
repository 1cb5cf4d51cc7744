import PizZip from 'pizzip';
import { isRefusal, letterKinds } from '#libs/domain';
import { keptTemplate } from '../kept-template.js';
import { deflatedOver, zip } from '../../../test/documents/zip.js';
import { checkTemplate, MAX_TEMPLATE_BYTES } from './check-template.js';

const MAIN = 'word/document.xml';

/** Our letter after an office's hand. */
async function edited(change: (xml: string, parts: PizZip) => string): Promise<Buffer> {
  const parts = new PizZip(await keptTemplate('urging_letter'));
  parts.file(MAIN, change(parts.file(MAIN)!.asText(), parts));
  return parts.generate({ type: 'nodebuffer' });
}
const check = (bytes: Buffer) => checkTemplate({ name: 'mau.docx', bytes }, 'urging_letter');
async function findings(change: Parameters<typeof edited>[0]): Promise<string[]> {
  const verdict = await check(await edited(change));
  return isRefusal(verdict) ? [verdict.code] : verdict.findings.map(({ text }) => text);
}
const refusal = async (bytes: Buffer): Promise<unknown> => {
  const verdict = await check(bytes);
  return isRefusal(verdict) ? verdict.code : verdict;
};

describe('a template after an office edited it', () => {
  it.each(letterKinds)('%s: ours has nothing to mend', async (kind) => {
    expect(await checkTemplate({ name: 'a.docx', bytes: await keptTemplate(kind) }, kind)).toEqual({ findings: [] });
  });

  it('may say other words, leave out what not every office has, and be cut into runs by Word', async () => {
    const free = await findings((xml) =>
      xml
        .replace('Nơi nhận:', 'Nơi nhận văn bản:')
        .replace('{nguoi_ky}', '')
        .replace('{co_quan}', '{co_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>quan}'),
    );
    expect(free).toEqual([]);
  });

  it('names an unknown placeholder, its paragraph, and the one that was meant', async () => {
    expect(await findings((xml) => xml.replace('{co_quan}', 'CƠ QUAN {Cơ quan}'))).toEqual([
      'Trong đoạn “CƠ QUAN {Cơ quan}”: không có chỗ điền {Cơ quan}. Có phải là {co_quan}?',
      'Thiếu chỗ điền {co_quan}. Hãy chép lại từ mẫu gốc vào đúng vị trí.',
    ]);
  });

  it('lists what can stand there where nothing is near, also for names that every object has', async () => {
    const [text] = await findings((xml) => xml.replace('Nơi nhận:', '{constructor} {@ma_bam}'));
    expect(text).toMatch(
      /không có chỗ điền \{constructor\}\. Các chỗ điền dùng được ở đây: \{co_quan\}, .*\{ma_bam\}\.$/,
    );
  });

  it('knows a field of a list only inside its list', async () => {
    const [text] = await findings((xml) => xml.replace('Nơi nhận:', '{so_ngay}'));
    expect(text).toContain('không có chỗ điền {so_ngay}');
  });

  it.each([
    ['{trich_yeu', 'Trong đoạn “{trich_yeu”: chỗ điền {trich_yeu bị thiếu hoặc thừa ngoặc nhọn.'],
    ['trich_yeu}', 'Trong đoạn “trich_yeu}”: chỗ điền trich_yeu} bị thiếu hoặc thừa ngoặc nhọn.'],
  ])('shows a brace that stands alone: %s', async (written, sentence) => {
    const [text] = await findings((xml) => xml.replace('{trich_yeu}', written));
    expect(text).toContain(sentence);
  });

  it('shows a list that is not closed, and one that was never opened', async () => {
    const [first] = await findings((xml) => xml.replace('{/mo_dau}', ''));
    expect(first).toBe(
      'Trong đoạn “{#mo_dau}”: danh sách mở bằng {#mo_dau} chưa được đóng. Hãy thêm chỗ đóng sau dòng cuối của danh sách.',
    );
    const second = await findings((xml) => xml.replace('{#mo_dau}', ''));
    expect(second.join('\n')).toContain('{/mo_dau} đóng một danh sách chưa mở');
  });

  it('misses a column, a list, the hash and the picture by name', async () => {
    const texts = await findings((xml) =>
      xml
        .replace('{han}', '')
        .replace(/\{[#/]ket_thuc\}|\{ma_bam\}/g, '')
        .replace('descr="ma-qr"', ''),
    );
    expect(texts.join('\n')).toMatch(/Thiếu chỗ điền \{han\}/);
    expect(texts.join('\n')).toMatch(/Thiếu chỗ điền \{#ket_thuc\}/);
    expect(texts.join('\n')).toMatch(/Thiếu chỗ điền \{ma_bam\}/);
    expect(texts.join('\n')).toMatch(/Thiếu ảnh mã QR \(ảnh có chữ thay thế “ma-qr”\)/);
  });

  it('finds the code’s picture after Word has renamed it', async () => {
    const renamed = await findings((xml, parts) => {
      const relations = 'word/_rels/document.xml.rels';
      parts.file(
        relations,
        parts.file(relations)!.asText().replace('media/qr.png', 'media/image1.png').replace('rIdQr', 'rId9'),
      );
      parts.file('word/media/image1.png', parts.file('word/media/qr.png')!.asNodeBuffer());
      parts.remove('word/media/qr.png');
      return xml.replace('rIdQr', 'rId9');
    });
    expect(renamed).toEqual([]);
  });
});

describe('a file that is no template', () => {
  it('is refused by its size, its kind, and when it is no Word file', async () => {
    expect(await refusal(Buffer.alloc(MAX_TEMPLATE_BYTES + 1))).toBe('template-too-large');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('template-not-docx');
    expect(await refusal(zip([{ name: 'a.xml', data: '<a/>' }]))).toBe('template-not-docx');
  });

  it('is refused when it is a bomb, before a library opens it', async () => {
    const block = Buffer.alloc(1024 * 1024, ' ');
    const raw = deflatedOver(block, 100, '<a>', '</a>');
    const claimed = 100 * block.length + 7;
    expect(await refusal(zip([{ name: MAIN, data: raw, raw: true, claimed }]))).toBe('template-not-docx');
  });

  it('is refused with entities, macros, embedded files and what would be fetched', async () => {
    const withPart = async (name: string, data: string) =>
      refusal(await edited((xml, parts) => (parts.file(name, data), xml)));
    expect(
      await refusal(await edited((xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document'))),
    ).toBe('template-not-docx');
    expect(await withPart('word/vbaProject.bin', 'x')).toBe('template-unsafe');
    expect(await withPart('word/embeddings/oleObject1.bin', 'x')).toBe('template-unsafe');
    const outside = (type: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/a" TargetMode="External"/></Relationships>`;
    expect(await withPart('word/_rels/settings.xml.rels', outside('attachedTemplate'))).toBe('template-unsafe');
    expect(await withPart('word/_rels/header1.xml.rels', outside('hyperlink'))).toEqual({ findings: [] });
  });
});
