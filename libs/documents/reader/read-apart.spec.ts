import { deflateSync } from 'node:zlib';
import { down, pagePdf, stream, textPdf } from '../../../test/documents/pdf.js';
import { deflatedOver } from '../../../test/documents/zip.js';
import { readApart } from './read-apart.js';

// Each limit is tried with the others far away, so that the answer tells which one ended the reading.
const FAR = { deadlineMs: 50_000, heapMb: 4000, residentMb: 100_000 };
const HONEST = textPdf([down('Kế hoạch')]);
const NUMBERS = pagePdf(stream(`[${'0 '.repeat(4_900_000)}] TJ`));
/** 10 MB would be enough for ten thousand times as much; 2 kB stand for 2 GB here. */
const zlib = (raw: Buffer) => Buffer.concat([Buffer.from([0x78, 0x9c]), raw, Buffer.alloc(4)]);
const SPACES = pagePdf(
  stream(deflateSync(zlib(deflatedOver(Buffer.alloc(1024 * 1024, ' '), 2000))), '/Filter [/FlateDecode /FlateDecode]'),
);

describe('reading apart', () => {
  it('gives the text within the limits', async () => {
    expect(await readApart(HONEST, FAR)).toEqual({ text: 'Kế hoạch', kind: 'pdf', pages: 1 });
  });

  it('ends the thread that outgrows its heap', async () => {
    expect(await readApart(NUMBERS, { ...FAR, heapMb: 40 })).toEqual({ stop: 'document-too-heavy' });
  });

  it('ends the thread whose buffers outgrow the process: they lie outside the heap', async () => {
    expect(await readApart(SPACES, { ...FAR, residentMb: 250 })).toEqual({ stop: 'document-too-heavy' });
  });

  it('ends the thread at the deadline', async () => {
    expect(await readApart(HONEST, { ...FAR, deadlineMs: 1 })).toEqual({ stop: 'document-too-slow' });
  });

  it('takes no more than an upload may have', async () => {
    expect(await readApart(Buffer.alloc(11 * 1024 * 1024), FAR)).toEqual({ stop: 'document-too-large' });
  });
});
