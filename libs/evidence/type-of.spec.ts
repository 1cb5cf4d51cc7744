import { readFile } from 'node:fs/promises';
import { typeOf } from './type-of.js';

const pieces = async function* (bytes: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
};

describe('what a file is', () => {
  it('is told by its content, however it is cut into pieces', async () => {
    const docx = await readFile('libs/letters/templates/late-list.docx');
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    for (const size of [1, 100, 65_536]) expect(await typeOf(pieces(docx, size))).toBe(word);
    expect(await typeOf(pieces(Buffer.from('%PDF-1.7\n%%EOF')))).toBe('application/pdf');
  });

  it('is nothing where there is no signature, and a source that fails is no kind of file', async () => {
    for (const text of ['', 'a', 'chữ', '<svg/>', '{"a":1}'])
      expect(await typeOf(pieces(Buffer.from(text)))).toBeNull();
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('%P');
      throw new Error('store away');
    };
    await expect(typeOf(broken())).rejects.toThrow('store away');
  });
});
