import { seeds } from './corpus.js';
import { mutations } from './mutations.js';
import { read } from './reader.js';
import { points, score, table, total } from './score.js';

const scoresAfter = (change: (text: string) => string) => seeds().map((plan) => score(plan, read(change(plan.text))));

const before = points(total(scoresAfter((text) => text)));

it.each(mutations)('loses no more than 2 points on $name', ({ name, change }) => {
  const scores = scoresAfter(change);
  const after = points(total(scores));
  const lost = before - after;
  process.stdout.write(`\n${name}: ${before.toFixed(1)} -> ${after.toFixed(1)}\n`);
  if (lost > 2) process.stdout.write(`${table(scores)}\n${total(scores).misses.join('\n')}\n`);
  expect(lost).toBeLessThanOrEqual(2);
});
