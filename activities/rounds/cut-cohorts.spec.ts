import fc from 'fast-check';
import type { RoundSeed } from '#libs/domain';
import { cutCohorts } from './cut-cohorts.js';

const round = (n: number, expected: number, level = 'commune'): RoundSeed => ({
  _id: `c.s.${level}.u${String(n).padStart(4, '0')}`,
  campaign: 'c',
  step: 's',
  level,
  collector: `u${n}`,
  title: 't',
  opensAt: new Date(0),
  dueAt: new Date(0),
  cutoff: null,
  graceUntil: null,
  lockAt: null,
  expected,
});
const id = (level: string, n: number): string => `${level}.${n}`;

describe('cutting rounds into cohorts', () => {
  it('keeps a province’s round whole and lets twenty small communes share one', () => {
    const rounds = [round(1, 500), ...Array.from({ length: 20 }, (_, n) => round(n + 2, 10))];
    const cohorts = cutCohorts(rounds, 300, id);
    expect(cohorts.get(rounds[0]!._id)).toBe('commune.1');
    expect(new Set(rounds.slice(1).map(({ _id }) => cohorts.get(_id)))).toEqual(new Set(['commune.2']));
  });

  it('never exceeds the size unless one round alone does, never mixes levels, and does not depend on order', () => {
    const sizes = fc.array(
      fc.record({ expected: fc.integer({ min: 1, max: 400 }), level: fc.constantFrom('a', 'b') }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(sizes, fc.integer({ min: 10, max: 300 }), (specs, size) => {
        const rounds = specs.map(({ expected, level }, n) => round(n, expected, level));
        const cohorts = cutCohorts(rounds, size, id);
        expect(cutCohorts([...rounds].reverse(), size, id)).toEqual(cohorts);
        for (const cohort of new Set(cohorts.values())) {
          const members = rounds.filter(({ _id }) => cohorts.get(_id) === cohort);
          const total = members.reduce((sum, { expected }) => sum + expected, 0);
          expect(members.length === 1 || total <= size).toBe(true);
          expect(new Set(members.map(({ level }) => level)).size).toBe(1);
        }
      }),
    );
  });
});
