import { plans } from './corpus.js';
import { invented } from './invented.js';
import { read } from './reader.js';
import { percent, score, table, total } from './score.js';

const readings = plans().map((plan) => ({ plan, reading: read(plan.text) }));
const scores = readings.map(({ plan, reading }) => score(plan, reading));

beforeAll(() =>
  process.stdout.write(`\nplan reader on whole plans\n${table(scores)}\n${total(scores).misses.join('\n')}\n`),
);

it('is judged on at least twelve plans', () => {
  expect(scores.length).toBeGreaterThanOrEqual(12);
});

it('finds at least 90 % of the targets, right in value, comparator and unit', () => {
  expect(percent(total(scores).shares.right)).toBeGreaterThanOrEqual(90);
});

it('lists at least 90 % targets that are targets', () => {
  expect(percent(total(scores).shares.precision)).toBeGreaterThanOrEqual(90);
});

it('has at least 90 % of the deadlines, of the heads and of the documents cited', () => {
  const { deadline, header, citations } = total(scores).shares;
  for (const share of [deadline, header, citations]) expect(percent(share)).toBeGreaterThanOrEqual(90);
});

it.each(readings)('invents nothing in $plan.name', ({ plan, reading }) => {
  expect(invented(reading, plan.text)).toEqual([]);
});
