import { seeds } from './corpus.js';
import { read } from './reader.js';

/** The specification speaks of 20,000 characters in 300 ms; clocks of shared machines are printed, growth is asserted. */
const LENGTH = 20_000;
/** Eight times the length: eight times the work where it is linear, sixty-four times where a rule is quadratic. */
const SHORT = LENGTH / 8;
const GROWTH = 24;

/** Processor time in ms, the least of some runs: a neighbour's load is not held against the reader. */
function spent(text: string): number {
  const runs = [1, 2, 3, 4].map(() => {
    const from = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

const growth = (make: (length: number) => string): number => {
  const short = Math.max(1, spent(make(SHORT)));
  return spent(make(LENGTH)) / short;
};

it('reads plans in time that grows with their length', () => {
  const text = seeds()
    .map((plan) => plan.text)
    .join('\n');
  console.info(`20,000 characters of plans: ${spent(text.slice(0, LENGTH)).toFixed(0)} ms of processor time`);
  expect(growth((length) => text.slice(0, length))).toBeLessThan(GROWTH);
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
  expect(growth(make)).toBeLessThan(GROWTH);
});
