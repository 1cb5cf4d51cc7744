import { readdirSync, readFileSync } from 'node:fs';
import { isRefusal, say, type MessageCode } from '#libs/domain';
import { docx, docxOfText, paragraph, run } from '../../test/documents/docx.js';
import { down, lockedPdf, scanPdf, textPdf } from '../../test/documents/pdf.js';
import { extractText } from './index.js';
import { readDocument } from './read-document.js';

const of = (bytes: Uint8Array, name = 'ke-hoach') => extractText({ name, bytes });
const compoundFile = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

describe('text out of an uploaded file', () => {
  it.each([
    ['txt', Buffer.from('Kế hoạch'), null],
    ['docx', docx(paragraph(run('Kế hoạch'))), null],
    ['pdf', textPdf([down('Kế hoạch')]), 1],
  ] as const)('%s, whatever the name says', async (kind, bytes, pages) => {
    expect(await of(bytes, 'a.exe')).toEqual({ text: 'Kế hoạch', kind, pages });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'document-empty'],
    ['100 MB of text', Buffer.alloc(100 * 1024 * 1024, 'a'), 'document-too-large'],
    ['an old Word file', compoundFile('WordDocument'), 'document-old-word'],
    ['an old workbook', compoundFile('Workbook'), 'document-unsupported'],
    ['a docx with a password', compoundFile('EncryptedPackage'), 'document-locked'],
    ['a pdf with a password', lockedPdf(), 'document-locked'],
    ['a scanned pdf', scanPdf(), 'document-scanned'],
    ['a png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'document-image'],
    ['a pdf cut off', textPdf([down('Kế hoạch')]).subarray(0, 200), 'document-broken'],
    ['a docx cut off', docx('').subarray(0, 200), 'document-broken'],
  ])('%s is refused with a sentence in both languages', async (_, bytes, code) => {
    const answer = await of(bytes, 'Tệp của tôi.pdf');
    if (!isRefusal(answer)) throw new Error('not refused');
    expect(answer.code).toBe(code);
    const english = say(code as MessageCode, answer.data, 'en');
    for (const sentence of [answer.reason, english]) {
      expect(sentence).toContain('“Tệp của tôi.pdf”');
      expect(sentence).not.toContain('{');
    }
  });

  it('sends away who comes when too many wait', async () => {
    const answers = await Promise.all(Array.from({ length: 11 }, () => of(Buffer.from('Kế hoạch'))));
    const codes = answers.map((answer) => (isRefusal(answer) ? answer.code : answer.kind));
    expect(codes.filter((code) => code === 'txt')).toHaveLength(9);
    expect(codes.filter((code) => code === 'document-busy')).toHaveLength(2);
  });

  const seeds = 'apps/cli/demo-data/seeds';
  it.each(readdirSync(seeds).filter((name) => name.endsWith('.txt')))(
    '%s reads the same as txt and as docx',
    async (name) => {
      const bytes = readFileSync(`${seeds}/${name}`);
      const lines = bytes.toString().normalize('NFC').split(/\r?\n/);
      const text = lines
        .map((line) => line.trimEnd())
        .join('\n')
        .trimEnd();
      expect(await readDocument(bytes)).toMatchObject({ text, kind: 'txt' });
      expect(await of(docxOfText(bytes.toString()), name)).toMatchObject({ text, kind: 'docx' });
    },
  );
});
