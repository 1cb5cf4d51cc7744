import PizZip from 'pizzip';
import { readFile } from 'node:fs/promises';
import { letterKinds, type LetterContent, type LetterKind } from '#libs/domain';
import { documentFormOn } from '#libs/rules';
import { renderDocx } from './docx/render-docx.js';
import { keptTemplate, templatePath } from './kept-template.js';
import { late, sampleLetter, sampleList, sampleCovenant, sampleSheet } from './letters.fixture.js';
import { seal } from './seal.js';
import { buildTemplate } from './template/build-template.js';

const form = documentFormOn('2026-01-01');
const samples = {
  urging_letter: sampleLetter,
  late_list: sampleList,
  fact_sheet: sampleSheet,
  covenant: sampleCovenant,
};

const ofKind = new Map<LetterKind, ReturnType<typeof open>>();
/** The sample of a kind, printed once for all tests. */
function sample(kind: LetterKind = 'urging_letter') {
  let made = ofKind.get(kind);
  if (!made) ofKind.set(kind, (made = open(samples[kind]())));
  return made;
}

async function open(content: LetterContent) {
  const letter = await seal(content);
  const zip = new PizZip(renderDocx(letter, await keptTemplate(content.kind)));
  const xml = zip.file('word/document.xml')!.asText();
  return { letter, zip, xml };
}

/** Sizes in points, marks, of the run that holds exactly these words. */
function runOf(xml: string, words: string) {
  const run = xml.match(/<w:r>.*?<\/w:r>/gs)!.find((one) => one.includes(`>${words}</w:t>`))!;
  return {
    font: /w:ascii="([^"]+)"/.exec(run)![1],
    points: Number(/<w:sz w:val="(\d+)"/.exec(run)![1]) / 2,
    bold: run.includes('<w:b/>'),
    italic: run.includes('<w:i/>'),
  };
}

describe('a document as Word', () => {
  it.each(letterKinds)('%s: the template in the repository is the one its definition makes', async (kind) => {
    expect((await readFile(templatePath(kind))).equals(await buildTemplate(kind, form))).toBe(true);
  });

  it.each(letterKinds)('%s: has the decree’s page', async (kind) => {
    const { xml } = await sample(kind);
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)!.map(Number);
    expect([width, height]).toEqual([11906, 16838]);
    const margin = (side: string) =>
      (Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)![1]) / 1440) * 25.4;
    for (const [side, min, max] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(margin(side)).toBeGreaterThanOrEqual(min);
      expect(margin(side)).toBeLessThanOrEqual(max);
    }
  });

  it.each(letterKinds)('%s: every run names the font and nothing is left of the template', async (kind) => {
    const { xml, zip } = await sample(kind);
    const fonts = [...xml.matchAll(/<w:rFonts ([^>]*)\/>/g)].map(([, names]) => names);
    expect(fonts.length).toBeGreaterThan(20);
    expect(fonts.filter((names) => names !== fonts[0])).toEqual([]);
    expect(fonts[0]).toContain('w:ascii="Times New Roman"');
    expect(xml.match(/<w:t[ >][^<]*[{}][^<]*</g)).toBeNull();
    expect(xml).not.toContain('undefined');
    expect(zip.file('word/styles.xml')!.asText()).toContain('w:lang w:val="vi-VN"');
  });

  it('sets each part in its face', async () => {
    const { xml } = await sample();
    const plain = { font: 'Times New Roman', bold: false, italic: false };
    expect(runOf(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual({ ...plain, points: 12, bold: true });
    expect(runOf(xml, 'Độc lập - Tự do - Hạnh phúc')).toEqual({ ...plain, points: 13, bold: true });
    expect(runOf(xml, 'ỦY BAN NHÂN DÂN HUYỆN TAM ĐƯỜNG')).toEqual({ ...plain, points: 12 });
    expect(runOf(xml, 'PHÒNG NỘI VỤ')).toEqual({ ...plain, points: 12, bold: true });
    expect(runOf(xml, 'Số: 05/CV-PNV')).toEqual({ ...plain, points: 13 });
    expect(runOf(xml, 'Tam Đường, ngày 05 tháng 10 năm 2023')).toEqual({ ...plain, points: 13, italic: true });
    expect(runOf(xml, 'Trân trọng./.')).toEqual({ ...plain, points: 14 });
    expect(runOf(xml, 'KT. TRƯỞNG PHÒNG')).toEqual({ ...plain, points: 13, bold: true });
    expect(runOf(xml, 'Lò Thị Mẫu')).toEqual({ ...plain, points: 14, bold: true });
    expect(runOf(xml, 'Nơi nhận:')).toEqual({ ...plain, points: 12, bold: true, italic: true });
    expect(runOf(xml, '- Lưu: VT.')).toEqual({ ...plain, points: 11 });
  });

  it('numbers pages in the header, from the second page on', async () => {
    const { xml, zip } = await open(sampleList());
    const header = zip.file('word/header1.xml')!.asText();
    expect(header).toMatch(/<w:jc w:val="center"\/>.*w:instr=" PAGE ".*<w:sz w:val="26"\/>/s);
    expect(xml).toContain('<w:headerReference w:type="default" r:id="rId3"/>');
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).not.toContain('w:type="first"');
  });

  it('repeats the head of a long table and breaks no row', async () => {
    const { xml } = await open(sampleList(late(300)));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
  });

  it('justifies the text, indents its first lines and leaves at least six points between paragraphs', async () => {
    const { xml } = await sample();
    const paragraph = xml.match(/<w:p>.*?<\/w:p>/gs)!.find((one) => one.includes('Trân trọng./.'))!;
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    expect(paragraph).toContain('w:firstLine="720"');
    expect(Number(/w:after="(\d+)"/.exec(paragraph)![1])).toBeGreaterThanOrEqual(120);
  });

  it('carries its own code, and the hash it was made with', async () => {
    const { xml, zip, letter } = await sample();
    expect(zip.file('word/media/qr.png')!.asNodeBuffer().equals(letter.qr)).toBe(true);
    expect(letter.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(xml).toContain(`Mã băm nội dung (SHA-256): ${letter.hash}`);
    expect((await seal(sampleLetter())).hash).toBe(letter.hash);
    expect((await seal(sampleLetter(late(4)))).hash).not.toBe(letter.hash);
  });

  it('prints what people typed as it is: neither markup nor placeholders come alive', async () => {
    const wild = 'Xã <b>&"{co_quan}"{#viec_cham}';
    const { xml } = await open(sampleLetter([{ ...late(1)[0]!, unit: wild }]));
    expect(xml).toContain('Xã &lt;b&gt;&amp;&quot;{co_quan}&quot;{#viec_cham}');
  });
});
