import fc from 'fast-check';
import { Places } from './places.js';

describe('places in the pool', () => {
  it('never gives out more than there are, and everybody gets some in the order of asking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }),
        async (all, wishes) => {
          const places = new Places(all);
          let out = 0;
          const served: number[] = [];
          await Promise.all(
            wishes.map(async (most, n) => {
              const given = await places.take(most);
              served.push(n);
              out += given;
              expect(given).toBeGreaterThanOrEqual(1);
              expect(given).toBeLessThanOrEqual(most);
              expect(out).toBeLessThanOrEqual(all);
              await new Promise((resolve) => setImmediate(resolve));
              out -= given;
              places.give(given);
            }),
          );
          expect(served).toEqual(wishes.map((_, n) => n));
          expect(await places.take(all)).toBe(all);
        },
      ),
      { numRuns: 50 },
    );
  });
});
