import { seeds } from './corpus.js';
import { type HeaderField } from './header.js';
import { read } from './reader.js';
import { percent, score, table, total } from './score.js';

const scores = seeds().map((plan) => score(plan, read(plan.text)));
const all = total(scores);
const show = (): string => `${table(scores)}\n${all.misses.join('\n')}`;

beforeAll(() => process.stdout.write(`\nplan reader on the seeds\n${show()}\n`));

it('has the 78 targets that a careful reader takes from the seeds', () => {
  expect(all.shares.right.of).toBe(78);
});

it('finds at least 97 % of the targets with value, comparator and unit right', () => {
  expect(percent(all.shares.right)).toBeGreaterThanOrEqual(97);
});

it('has at least 95 % of the deadlines right', () => {
  expect(percent(all.shares.deadline)).toBeGreaterThanOrEqual(95);
});

it('lists at least 97 % targets that are targets', () => {
  expect(percent(all.shares.precision)).toBeGreaterThanOrEqual(97);
});

it.each(scores)('has the head and foot of $name exactly', ({ header }) => {
  const wrong = Object.keys(header).filter((field) => !header[field as HeaderField]);
  expect(wrong).toEqual([]);
});

it('sees at least 95 % of the documents cited', () => {
  expect(percent(all.shares.citations)).toBeGreaterThanOrEqual(95);
});

it.each(scores)('walks into no trap of $name', ({ misses }) => {
  expect(misses.filter((miss) => miss.startsWith('trap:'))).toEqual([]);
});
