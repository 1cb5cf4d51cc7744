import type { Target } from './target.types.js';

/** A target for tests: the facts that matter are given, the rest is ordinary. */
export function aTarget(facts: Partial<Target>): Target {
  return {
    id: 'T',
    name: 'Chỉ tiêu',
    comparator: 'at_least',
    explicit: true,
    value: null,
    unit: '%',
    per: 'tỉnh',
    deadline: '2023-12-31',
    role: 'target',
    evidence: '',
    mode: 'single_source',
    method: 'sum',
    ...facts,
  };
}
