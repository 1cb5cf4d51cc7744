import { documentFormOn } from '#libs/rules';
import { late, sampleLetter, sampleList } from '../letters.fixture.js';
import { seal, type SealedLetter } from '../seal.js';
import { printPdf } from './print-pdf.js';
import { renderPdf } from './render-pdf.js';

const form = documentFormOn('2026-01-01');
const MADE = new Date(0);
const draw = { here: renderPdf, apart: printPdf };

/** Turns of the event loop that others got while a document was drawn. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let over = false;
  let turns = 0;
  const stop = work.finally(() => (over = true));
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await stop;
  return turns;
}

describe('a document drawn on a thread of its own', () => {
  it('is the same as one drawn here', async () => {
    const letter = await seal(sampleLetter());
    expect((await printPdf(letter, form, MADE)).equals(await renderPdf(letter, form, MADE))).toBe(true);
  });

  it('leaves the turns of the event loop to others, however long it is', async () => {
    const long = await seal(sampleList(late(500)));
    const turns = {
      here: await turnsDuring(draw.here(long, form, MADE)),
      apart: await turnsDuring(draw.apart(long, form, MADE)),
    };
    expect(turns.apart).toBeGreaterThan(20 * turns.here);
  });

  it('fails alone where it cannot be drawn, also among others', async () => {
    const letter = await seal(sampleLetter());
    const broken = { ...letter, qr: Buffer.from('no picture') } satisfies SealedLetter;
    const all = await Promise.allSettled([letter, broken, letter].map((one) => printPdf(one, form, MADE)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
