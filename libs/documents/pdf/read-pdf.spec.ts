import { isRefusal } from '#libs/domain';
import { down, pagePdf, stream, textPdf, type Written } from '../../../test/documents/pdf.js';
import { extractText } from '../index.js';

const read = async (bytes: Buffer) => {
  const answer = await extractText({ name: 'a.pdf', bytes });
  return isRefusal(answer) ? answer.code : answer.text;
};

describe('a pdf with a text layer', () => {
  it('is read in the order a reader reads, not in that of the file', async () => {
    const page: Written[] = [
      { text: 'I. MỤC ĐÍCH', x: 70, y: 600 },
      { text: 'CỘNG HÒA XÃ HỘI', x: 300, y: 780 },
      { text: 'UBND TỈNH', x: 70, y: 780 },
      { text: 'đạt 38,4 ', x: 70, y: 580 },
      { text: 'triệu', x: 124, y: 580 },
      { text: '(1)', x: 154.5, y: 584, size: 7 },
      { text: 'đồng', x: 172, y: 580.4 },
    ];
    expect((await read(textPdf([page]))).split('\n')).toEqual([
      'UBND TỈNH\tCỘNG HÒA XÃ HỘI',
      'I. MỤC ĐÍCH',
      'đạt 38,4 triệu(1) đồng',
    ]);
  });

  it('gives the pages one after the other without their numbers, and letters printed twice once', async () => {
    const bold = down('Kế hoạch').flatMap((text) => [text, { ...text, x: text.x + 0.3 }]);
    const second = [{ text: '2', x: 297, y: 810 }, ...down('trang hai', '85.000')];
    expect((await read(textPdf([bold, second]))).split('\n')).toEqual(['Kế hoạch', 'trang hai', '85.000']);
  });

  it('does not take a watermark for text', async () => {
    const cm = '0.7 0.7 -0.7 0.7 0 0 cm BT /F1 30 Tf 300 300 Td (DU THAO) Tj ET';
    const content = `q ${cm} Q BT /F1 12 Tf 70 700 Td (Ke hoach) Tj ET`;
    const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    expect(await read(pagePdf(stream(content), font))).toBe('Ke hoach');
  });

  it('is a scan when only the stamp of the signature is text', async () => {
    expect(await read(textPdf([down('Người ký: Ủy ban nhân dân tỉnh'), [], []]))).toBe('document-scanned');
  });

  it('is refused when its font has no table of characters', async () => {
    expect(await read(textPdf([down('Kế hoạch phát động phong trào')], { toUnicode: false }))).not.toContain('Kế');
  });
});
