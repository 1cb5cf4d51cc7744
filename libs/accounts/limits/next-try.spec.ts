import fc from 'fast-check';
import { goodTry, nextTry, type Kept } from './next-try.js';
import { GROWING, OF_NETWORK, type Limit } from './rules.js';

/** Seconds at which tries are let through. */
function passed(limit: Limit, seconds: readonly number[]): number[] {
  let kept: Kept | null = null;
  return seconds.filter((second) => {
    const next = nextTry(limit, kept, new Date(second * 1_000));
    if ('waitMs' in next) return false;
    kept = next.kept;
    return true;
  });
}
const everySecond = (count: number) => Array.from({ length: count }, (_, second) => second);

it('a growing pause: five are free, then 2, 4, 8 … seconds, at most a quarter of an hour', () => {
  const all = passed(GROWING, everySecond(7_200));
  expect(all.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67, 131]);
  expect(Math.max(...all.slice(1).map((second, n) => second - all[n]!))).toBe(900);
});

it('a growing pause is forgotten after an hour of quiet', () => {
  const tries = [...everySecond(6), 6, 3_700, 3_700, 3_700];
  expect(passed(GROWING, tries)).toEqual([0, 1, 2, 3, 4, 5, 3_700, 3_700, 3_700]);
});

it('in no minute, wherever it begins, does a window let through more than twice what refills in it, and at once never more than ten', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300 }), (gaps) => {
      let second = 0;
      const all = passed(
        OF_NETWORK,
        gaps.map((gap) => (second += gap === 40 ? 40 : gap % 3)),
      );
      for (const from of all) {
        expect(all.filter((one) => one >= from && one < from + 6).length).toBeLessThanOrEqual(10);
        expect(all.filter((one) => one >= from && one < from + 60).length).toBeLessThanOrEqual(19);
      }
    }),
  ));

it('a good try takes nothing: it ends a row, and frees its place in a window', () => {
  const now = new Date(0);
  const kept = { mark: now, count: 0, at: now };
  const taken = nextTry(OF_NETWORK, kept, now) as { kept: Kept };
  expect(goodTry(OF_NETWORK, taken.kept)).toEqual(kept);
  expect(goodTry(GROWING, { ...kept, count: 9 })).toBeNull();
});
