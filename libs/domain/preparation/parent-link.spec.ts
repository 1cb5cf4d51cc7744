import type { Target } from '../target/target.types.js';
import { coverageOf, type ChildPlan } from './parent-link.js';

const target = (id: string, changes: Partial<Target> = {}): Target => ({
  id,
  name: `Chỉ tiêu ${id}`,
  comparator: 'at_least',
  explicit: true,
  value: 95,
  unit: '%',
  per: 'tỉnh',
  deadline: '2023-12-31',
  role: 'target',
  evidence: '',
  mode: 'single_source',
  method: 'last',
  ...changes,
});
const child = (code: string, targets: Target[], ...pairs: [string, string][]): ChildPlan => ({
  code,
  targets,
  links: pairs.map(([parent, own]) => ({ parent, child: own })),
});

describe('targets of a parent that its children took up', () => {
  const parent = { targets: [target('P1'), target('P2'), target('P3', { role: 'cross_check' })] };

  it('lists those nobody took up, over all children; cross-checks are no targets of their own', () => {
    const first = child('h1', [target('A')], ['P1', 'A']);
    expect(coverageOf(parent, [first]).untaken.map((one) => one.target)).toEqual(['P2']);
    expect(coverageOf(parent, [first, child('h2', [target('B')], ['P2', 'B'])]).untaken).toEqual([]);
    expect(coverageOf(parent, []).untaken.map((one) => one.target)).toEqual(['P1', 'P2']);
  });

  it('does not count a link to a target the child does not have', () => {
    expect(coverageOf(parent, [child('h1', [], ['P1', 'gone'])]).untaken.map((one) => one.target)).toEqual([
      'P1',
      'P2',
    ]);
  });

  it.each<[string, Partial<Target>, Partial<Target>, string]>([
    ['a lower rate is less', {}, { value: 90 }, 'less'],
    ['the same is equal', {}, { value: 95 }, 'equal'],
    ['a stretch is more', {}, { value: 98 }, 'more'],
    ['of a ceiling the higher number is less', { comparator: 'at_most' }, { comparator: 'at_most', value: 97 }, 'less'],
    ['another unit is not compared', {}, { unit: 'xã', value: 1 }, 'unknown'],
    ['a change is no level', {}, { comparator: 'increase_by' }, 'unknown'],
    ['no number is not compared', {}, { value: null }, 'unknown'],
  ])('%s', (_, of, against, level) => {
    const one = { targets: [target('P1', of)] };
    const { taken } = coverageOf(one, [child('h1', [target('A', { ...of, ...against })], ['P1', 'A'])]);
    expect(taken[0]!.by[0]!.level).toBe(level);
  });

  it('adds counts of all children up before it compares: one commune’s share is not too little', () => {
    const count = { unit: 'xã', method: 'sum' } as const;
    const whole = { targets: [target('P1', { ...count, value: 28 })] };
    const shares = [10, 12].map((value, i) => child(`h${i}`, [target('A', { ...count, value })], ['P1', 'A']));
    expect(coverageOf(whole, shares).taken[0]!.together).toEqual({ goal: 22, level: 'less' });
    const rest = child('h3', [target('A', { ...count, value: 6 })], ['P1', 'A']);
    expect(coverageOf(whole, [...shares, rest]).taken[0]!.together).toEqual({ goal: 28, level: 'equal' });
  });
});
