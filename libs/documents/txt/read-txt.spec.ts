import { TCVN3, VNI, windows1258 } from '../../../test/documents/old-tables.js';
import { readDocument } from '../read-document.js';

const PLAN = 'KẾ HOẠCH\nPhát động phong trào thi đua “Nghìn việc tốt” năm 2019 – đợt 1';
const read = async (bytes: Buffer) => {
  const outcome = await readDocument(bytes);
  return 'stop' in outcome ? outcome.stop : outcome.text;
};

describe('a txt', () => {
  it.each([
    ['UTF-8', Buffer.from(PLAN)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${PLAN}`)],
    ['UTF-8, letters and tones apart (NFD)', Buffer.from(PLAN.normalize('NFD'))],
    ['Windows line ends and spaces at the ends of lines', Buffer.from(PLAN.replaceAll('\n', '  \r\n') + '\r\n\r\n')],
    ['UTF-16 little end first', Buffer.from(`\ufeff${PLAN}`, 'utf16le')],
    ['UTF-16 big end first', Buffer.from(`\ufeff${PLAN}`, 'utf16le').swap16()],
    ['windows-1258', windows1258(PLAN)],
  ])('in %s gives the same text', async (_, bytes) => {
    expect(await read(bytes)).toBe(PLAN);
  });

  it('loses what nobody sees: zero width, soft hyphens, turned direction; hard spaces become spaces', async () => {
    expect(await read(Buffer.from('Chỉ\u200b tiêu\u00a0đạt\u202e 38\u00ad,4%'))).toBe('Chỉ tiêu đạt 38,4%');
  });

  it.each([
    ['TCVN3', TCVN3],
    ['VNI', VNI],
    ['French of windows-1252', 'Le préfet a décidé: à côté, où, naïve, déjà, été, forêt'],
  ])('in %s is refused: a misread plan is worse than none', async (_, text) => {
    expect(await read(Buffer.from(text, 'latin1'))).toBe('document-encoding');
  });

  it.each([
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), 'document-unsupported'],
    ['a NUL inside', Buffer.from('Kế hoạch\0'), 'document-unsupported'],
    ['a web page', Buffer.from('\n<!DOCTYPE html><p>Kế hoạch'), 'document-unsupported'],
    ['RTF', Buffer.from('{\\rtf1 Ke hoach}'), 'document-unsupported'],
    ['half a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x4b, 0, 0x1e]), 'document-broken'],
    ['spaces only', Buffer.from(' \n\t\n\u00a0'), 'document-empty'],
    ['more than a million characters', Buffer.alloc(1_000_001, 'a'), 'document-too-long'],
  ])('%s: refused', async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });

  it('piled marks are cut before they are sorted: that work is quadratic and no timer interrupts it', async () => {
    const text = await read(Buffer.from(`a${'\u0323\u0301'.repeat(200_000)}b`));
    expect(text.length).toBeLessThan(40);
  });
});
