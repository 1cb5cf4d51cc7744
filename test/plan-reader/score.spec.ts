import { type Plan, plans, seeds } from './corpus.js';
import { invented } from './invented.js';
import { matchTargets } from './match.js';
import { perfectReading } from './perfect.js';
import { type Measure, percent, points, score, total } from './score.js';

const seed = (name: string): Plan => seeds().find((plan) => plan.name === name)!;
const judged: Measure[] = ['found', 'right', 'deadline', 'precision', 'header', 'citations'];

it.each([...seeds(), ...plans()])('gives full marks to what is expected of $name', (plan) => {
  const all = score(plan, perfectReading(plan.expected));
  const lost = judged.filter((measure) => percent(all.shares[measure]) < 100);
  expect({ lost, misses: lost.length > 0 ? all.misses : [] }).toEqual({ lost: [], misses: [] });
});

it('gives nothing to a reader that says nothing', () => {
  const all = score(seed('004'), {});
  expect(all.shares.found.hit).toBe(0);
  expect(all.shares.citations.hit).toBe(0);
  expect(points(total([all]))).toBeLessThan(40);
});

it('counts a row read twice as one found and one too many', () => {
  const plan = seed('004');
  const reading = perfectReading(plan.expected);
  const row = reading.numeric_targets!.find((target) => target.id === 'X07')!;
  const all = score(plan, { ...reading, numeric_targets: [...reading.numeric_targets!, row] });
  expect(all.shares.precision).toEqual({ hit: 22, of: 23 });
});

it('counts a wrong value as found and not right', () => {
  const plan = seed('004');
  const reading = perfectReading(plan.expected);
  reading.numeric_targets!.find((target) => target.id === 'X07')!.value = 59;
  const { shares } = score(plan, reading);
  expect([shares.found.hit, shares.value.hit, shares.right.hit]).toEqual([22, 21, 21]);
});

it('tells targets of one sentence apart by their names', () => {
  const evidence = 'Mộc Châu, Thuận Châu, Sông Mã lên đô thị loại IV';
  const rows = ['Mộc Châu', 'Thuận Châu', 'Sông Mã'].map((name) => ({ name, comparator: 'done', value: 1, evidence }));
  const { pairs } = matchTargets(rows, [...rows].reverse());
  for (const { expected, read } of pairs) expect(read?.name).toBe(expected.name);
});

it('sees a number and a quotation that the text does not hold', () => {
  const text = 'Phấn đấu đạt 4.550 tỷ đồng.';
  const row = { name: 'Thu', comparator: 'at_least', value: 4550, unit: 'tỷ đồng', evidence: 'đạt 4.550 tỷ đồng' };
  expect(invented({ numeric_targets: [row] }, text)).toEqual([]);
  expect(invented({ numeric_targets: [{ ...row, value: 4555 }] }, text)).toHaveLength(1);
  expect(invented({ numeric_targets: [{ ...row, evidence: 'đạt 4.550 triệu' }] }, text)).toHaveLength(1);
});
