import { extractText, type Extracted } from '#libs/documents';
import type { LetterContent } from '#libs/domain';
import { documentFormOn } from '#libs/rules';
import { renderDocx } from './docx/render-docx.js';
import { keptTemplate } from './kept-template.js';
import { late, sampleLetter, sampleList, sampleSheet } from './letters.fixture.js';
import { renderPdf } from './pdf/render-pdf.js';
import { seal } from './seal.js';

const form = documentFormOn('2026-01-01');

const read = async (bytes: Buffer): Promise<Extracted> =>
  (await extractText({ name: 'a document', bytes })) as Extracted;

async function both(content: LetterContent): Promise<{ word: Extracted; pdf: Extracted }> {
  const letter = await seal(content);
  const bytes = [renderDocx(letter, await keptTemplate(content.kind)), await renderPdf(letter, form, new Date(0))];
  const [word, pdf] = await Promise.all(bytes.map(read));
  return { word: word!, pdf: pdf! };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** Words, without the cell borders that the reader of Word files shows; a column's words interleave in a PDF, so they are sorted. */
const words = (text: string, repeated: string[] = []): string[] => {
  const all = text.replaceAll(' | ', ' ').split(/\s+/).filter(Boolean).sort();
  for (const word of repeated) all.splice(all.indexOf(word), 1);
  return all;
};

describe('Word and PDF of one content', () => {
  it.each([
    ['a letter to one unit', () => sampleLetter(late(1))],
    ['a letter to three units', () => sampleLetter()],
    ['a list that names nobody', () => sampleList([])],
    ['a full fact sheet', () => sampleSheet()],
    ['an empty fact sheet', () => sampleSheet(0)],
  ])('%s: the same words, and every paragraph as one', async (_, content) => {
    const { word, pdf } = await both(content());
    expect(words(pdf.text)).toEqual(words(word.text));
    const paragraphs = word.text.split('\n').filter((line) => line.length > 40 && !line.includes(' | '));
    expect(paragraphs.length).toBeGreaterThan(0);
    for (const paragraph of paragraphs) expect(oneLine(pdf.text)).toContain(oneLine(paragraph));
  });

  it('differ on a long list by the head of the table only, which the PDF says on every page', async () => {
    const { word, pdf } = await both(sampleList(late(60)));
    expect(pdf.pages).toBeGreaterThan(2);
    const head = ['TT', 'Đơn', 'vị', 'Việc', 'phải', 'làm', 'Trạng', 'thái', 'Thời', 'hạn', 'Số', 'ngày', 'chậm'];
    const heads = pdf.text.split('\n').filter((line) => /^TT\s/.test(line)).length;
    expect(heads).toBeGreaterThan(1);
    const again = Array.from({ length: heads - 1 }, () => head).flat();
    expect(words(pdf.text, again)).toEqual(words(word.text));
  });

  it('the fullest fact sheet is one page', async () => {
    const { pdf } = await both(sampleSheet(40));
    expect(pdf.pages).toBe(1);
  });

  it('has every letter of the alphabet in the font of the PDF', async () => {
    const alphabet = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
    const { pdf } = await both(sampleLetter([{ ...late(1)[0]!, unit: `${alphabet} ${alphabet.toUpperCase()}` }]));
    const shown = pdf.text.replace(/\s/g, '');
    expect(shown).toContain(alphabet);
    expect(shown).toContain(alphabet.toUpperCase());
  });
});
