import { once } from 'node:events';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { HeldEnd } from './held-end.js';

/** What comes out, with the time between the last of the body and the end, milliseconds. */
async function through(chunks: Buffer[], answerMs: number): Promise<{ pieces: Buffer[]; heldMs: number }> {
  const pieces: Buffer[] = [];
  let last = performance.now();
  const held = Readable.from(chunks).pipe(new HeldEnd(() => answerMs));
  held.on('data', (piece: Buffer) => {
    pieces.push(piece);
    last = performance.now();
  });
  await once(held, 'end');
  return { pieces, heldMs: performance.now() - last };
}

describe('the end of a body', () => {
  it('comes one and a half answers after the body, so that a cut is seen before the dot', async () => {
    const { pieces, heldMs } = await through([Buffer.from('a'), Buffer.from('b')], 40);
    expect(pieces.map(String)).toEqual(['ab']);
    expect(heldMs).toBeGreaterThanOrEqual(60);
  });

  it('loses and adds nothing, and lets no piece of a large letter wait for the end of it', async () => {
    const bodies = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(bodies, async (sizes) => {
        const chunks = sizes.filter((size) => size > 0).map((size, n) => Buffer.alloc(size, n + 1));
        const { pieces } = await through(chunks, 0);
        expect(Buffer.concat(pieces).equals(Buffer.concat(chunks))).toBe(true);
        // whatever is passed on before the end is passed on as soon as it is worth a write
        for (const piece of pieces.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(32_768);
        for (const piece of pieces) expect(piece.length).toBeLessThan(32_768 + 40_000);
      }),
      { numRuns: 30 },
    );
  });
});
