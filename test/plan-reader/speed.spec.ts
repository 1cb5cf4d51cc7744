import { seeds } from './corpus.js';
import { read } from './reader.js';

/** The bound of the specification: 20,000 characters in 300 ms. */
const LENGTH = 20_000;
const BOUND = 300;

function milliseconds(text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

/** The best of three, so that a neighbour's load is not held against the reader. */
const best = (text: string): number => Math.min(...[1, 2, 3].map(() => milliseconds(text)));

it('reads 20,000 characters of plans in 300 ms', () => {
  const text = seeds()
    .map((plan) => plan.text)
    .join('\n')
    .slice(0, LENGTH);
  read(text);
  expect(best(text)).toBeLessThanOrEqual(BOUND);
});

/** Texts in which a careless pattern tries every way to split a run: each is made longer until it is full length. */
const runs: [string, (length: number) => string][] = [
  ['spaces in the head', (n) => `ỦY BAN NHÂN DÂN${' '.repeat(n)}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH`],
  ['spaces after the number', (n) => `Số:${' '.repeat(n)}KH\nKẾ HOẠCH`],
  ['empty lines', (n) => `KẾ HOẠCH${'\n'.repeat(n)}Phát động`],
  ['digits', (n) => `Phấn đấu đạt ${'1'.repeat(n)} tỷ đồng`],
  ['groups of digits', (n) => `Phấn đấu đạt ${'1.000.'.repeat(n / 6)} tỷ đồng`],
  ['opening quotation marks', (n) => `phong trào thi đua ${'“'.repeat(n)}`],
  ['opening brackets', (n) => `Phấn đấu đạt ${'('.repeat(n)} 95%`],
  ['dots', (n) => `Số:${'.'.repeat(n)}/KH-UBND, ngày ${'…'.repeat(n / 2)} tháng`],
  ['words without an end', (n) => `Phấn đấu ${'tỷ lệ hộ nghèo và '.repeat(n / 18)}`],
  ['capitals', (n) => `${'BAN CHỈ ĐẠO '.repeat(n / 12)}`],
  ['commas', (n) => `Phấn đấu ${'xã, '.repeat(n / 4)} đạt 95%`],
  ['dashes', (n) => `${'- '.repeat(n / 2)}Phấn đấu đạt 95%`],
];

it.each(runs)('is not stopped by a run of %s', (_, make) => {
  for (const length of [18, 72, 288, 1152, 4608, LENGTH]) {
    const once = milliseconds(make(length));
    const took = once <= BOUND ? once : best(make(length));
    expect(`${length}: ${took <= BOUND ? 'in time' : `${took.toFixed(0)} ms`}`).toBe(`${length}: in time`);
  }
});
