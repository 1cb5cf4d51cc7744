import fc from 'fast-check';
import { bandFigures, cumulateBands, goalOf, withGoal } from './goal.js';
import { APPROX_TOLERANCE } from './judgements.js';
import { progress } from './progress.js';
import { aTarget } from './target.fixture.js';
import type { Comparator, Target } from './target.types.js';

const status = (facts: Partial<Target>, achieved: number | null, baseline?: number | null, final?: boolean) =>
  progress(aTarget(facts), achieved, baseline, final).status;

describe('a goal to reach', () => {
  it('GRDP per head of 38,4 million: short of it is in progress, at it is met (seed 000 T02)', () => {
    const target = aTarget({ comparator: 'at_least', explicit: false, value: 38.4 });
    expect(progress(target, 19.2)).toEqual({ status: 'in_progress', ratio: 0.5 });
    expect(progress(target, 38.4)).toEqual({ status: 'met', ratio: 1 });
    expect(progress(target, 38.39, null, true).status).toBe('not_met');
  });

  it('"trên 98%" is strict: 98 is not enough (seed 004 X05)', () => {
    expect(status({ comparator: 'more_than', value: 98 }, 98)).toBe('in_progress');
    expect(status({ comparator: 'more_than', value: 98 }, 98, null, true)).toBe('not_met');
    expect(status({ comparator: 'more_than', value: 98 }, 98.01)).toBe('met');
  });

  it('about 85.000 jobs: 5 % below still counts, more is met and said (seed 000 T05)', () => {
    const jobs = { comparator: 'approx', value: 85000 } as const;
    expect(APPROX_TOLERANCE).toBe(0.05);
    expect(status(jobs, 80750)).toBe('met');
    expect(status(jobs, 80749)).toBe('in_progress');
    expect(progress(aTarget(jobs), 95000)).toMatchObject({ status: 'met', reason: 'above_goal' });
  });

  it('nine roads: eight are in progress, nine are met; ten fail only where the plan says exactly (seed 004 X22)', () => {
    expect(status({ comparator: 'exactly', value: 9 }, 8)).toBe('in_progress');
    expect(status({ comparator: 'exactly', value: 9 }, 9)).toBe('met');
    expect(status({ comparator: 'exactly', value: 9, explicit: true }, 10)).toBe('not_met');
    expect(progress(aTarget({ comparator: 'exactly', value: 9, explicit: false }), 10)).toMatchObject({
      status: 'met',
      reason: 'above_goal',
    });
  });

  it('2.100 - 2.200 billion: the lower edge decides, the upper edge shows the stretch (seed 002 V05)', () => {
    const revenue = aTarget({ comparator: 'range', min: 2100, max: 2200 });
    expect(progress(revenue, 2099.9)).toEqual({ status: 'in_progress', ratio: 0.999952 });
    expect(progress(revenue, 2100)).toEqual({ status: 'met', ratio: 1, stretch: 0 });
    expect(progress(revenue, 2150)).toMatchObject({ status: 'met', stretch: 0.5 });
    expect(progress(revenue, 2220)).toMatchObject({ status: 'met', stretch: 1.2 });
  });

  it('a town upgraded or not; half an upgrade is no answer (seed 000 T20)', () => {
    const town = { comparator: 'done', value: 1 } as const;
    expect([status(town, 0), status(town, 1), status(town, 0, null, true)]).toEqual(['in_progress', 'met', 'not_met']);
    expect(progress(aTarget(town), 0.5)).toEqual({ status: 'unknown', ratio: null, reason: 'not_zero_or_one' });
    expect(status({ comparator: 'done', value: null }, 1)).toBe('met');
  });
});

describe('a limit to hold', () => {
  const poverty = { comparator: 'at_most', explicit: false, value: 15.66 } as const;

  it('poverty of 15,66%: lower is better (seed 001 U12)', () => {
    expect(progress(aTarget(poverty), 15.66)).toEqual({ status: 'met', ratio: 1 });
    expect(progress(aTarget(poverty), 12)).toEqual({ status: 'met', ratio: 1 });
    expect(progress(aTarget(poverty), 31.32)).toEqual({ status: 'not_met', ratio: 0.5 });
  });

  it('is in progress while it comes down from a known baseline, and not met in the end', () => {
    expect(status(poverty, 17, 19.66)).toBe('in_progress');
    expect(status(poverty, 20, 19.66)).toBe('not_met');
    expect(status(poverty, 17, 19.66, true)).toBe('not_met');
  });

  it('"dưới 0,04%" is strict (seed 004 X04)', () => {
    expect(status({ comparator: 'less_than', value: 0.04 }, 0.04)).toBe('not_met');
    expect(status({ comparator: 'less_than', value: 0.04 }, 0.039)).toBe('met');
  });

  it('no new poor household: one is too many (seed 004 X06)', () => {
    expect(progress(aTarget({ comparator: 'zero', value: 0 }), 0)).toEqual({ status: 'met', ratio: 1 });
    expect(progress(aTarget({ comparator: 'zero', value: 0 }), 1)).toEqual({ status: 'not_met', ratio: 0 });
  });
});

describe('a change against a baseline', () => {
  it('five communes more than the 59 of 2022 (seed 001 U08)', () => {
    const communes = aTarget({ comparator: 'increase_by', value: 5 });
    expect(progress(communes, 62, 59)).toEqual({ status: 'in_progress', ratio: 0.6 });
    expect(progress(communes, 64, 59)).toEqual({ status: 'met', ratio: 1 });
  });

  it('four points less poverty than 19,66%, without float noise (seed 001 U13)', () => {
    expect(progress(aTarget({ comparator: 'decrease_by', value: 4 }), 15.66, 19.66)).toEqual({
      status: 'met',
      ratio: 1,
    });
    expect(status({ comparator: 'decrease_by', value: 4, baseline: 19.66 }, 15.67)).toBe('in_progress');
  });

  it('6,5% more than the 9.466,7 million assigned (seed 004 X03)', () => {
    const budget = aTarget({ comparator: 'increase_by', value: 6.5, change: 'percent' });
    expect(progress(budget, 10082.1, 9466.7).status).toBe('met');
    expect(progress(budget, 10082, 9466.7).status).toBe('in_progress');
    expect(progress(budget, 10, 0)).toMatchObject({ status: 'unknown', reason: 'no_baseline' });
  });

  it('keeps or raises the share of drug-free units (seed 004 X16)', () => {
    const drugFree = { comparator: 'keep_or_raise', value: null } as const;
    expect(status(drugFree, 80, 80)).toBe('met');
    expect(status(drugFree, 79.9, 80)).toBe('not_met');
  });

  it.each<Comparator>(['increase_by', 'decrease_by', 'keep_or_raise'])(
    '%s without a baseline is unknown, never guessed',
    (comparator) => {
      expect(progress(aTarget({ comparator, value: 5 }), 64)).toEqual({
        status: 'unknown',
        ratio: null,
        reason: 'no_baseline',
      });
    },
  );
});

describe('bands of a distribution (seed 002 V01-V04)', () => {
  const bands = cumulateBands([
    aTarget({ id: 'V01', comparator: 'band', value: 8, unit: 'xã', band: { from: 14, to: 16 } }),
    aTarget({ id: 'V02', comparator: 'band', value: 20, unit: 'xã', band: { from: 9, to: 13 } }),
    aTarget({ id: 'V03', comparator: 'band', value: 60, unit: 'xã', band: { from: 5, to: 8 } }),
    aTarget({ id: 'V04', comparator: 'all_of_rest', value: null, unit: 'xã', band: { from: 1, to: 4 } }),
  ]);

  it('are held against cumulative counts: 8, 28, 88; the rest is not counted anywhere', () => {
    expect(bands.map(goalOf)).toEqual([8, 28, 88, null]);
    expect(cumulateBands(bands)).toEqual(bands);
    expect(progress(bands[3]!, 95)).toEqual({ status: 'unknown', ratio: null, reason: 'no_goal' });
  });

  it('with 96 communes in the rest said by an officer, all of it is 184', () => {
    const rest = cumulateBands([...bands.slice(0, 3), { ...bands[3]!, value: 96 }])[3]!;
    expect([progress(rest, 183).status, progress(rest, 184).status]).toEqual(['in_progress', 'met']);
  });

  it('a commune that moves up from 9-13 to 14-16 takes nothing from the lower band', () => {
    expect(progress(bands[1]!, 28).status).toBe('met');
    expect(progress(bands[1]!, 20).status).toBe('in_progress');
    expect(bandFigures(15, bands)).toEqual({ V01: 1, V02: 1, V03: 1, V04: 1 });
    expect(bandFigures(8, bands)).toEqual({ V01: 0, V02: 0, V03: 1, V04: 1 });
  });
});

describe('what cannot be judged', () => {
  it('an unclear target stays unknown whatever is reported (seed 001 U06)', () => {
    fc.assert(
      fc.property(fc.option(fc.double({ noNaN: true })), fc.boolean(), (achieved, final) =>
        expect(progress(aTarget({ comparator: 'unclear', value: 22.4 }), achieved, 1, final)).toEqual({
          status: 'unknown',
          ratio: null,
          reason: 'unclear_target',
        }),
      ),
    );
  });

  it('an empty figure is not a zero, a missing goal is not guessed', () => {
    expect(progress(aTarget({ comparator: 'zero', value: 0 }), null)).toMatchObject({
      status: 'unknown',
      reason: 'no_figure',
    });
    expect(progress(aTarget({ comparator: 'at_least', value: null }), 3)).toMatchObject({
      status: 'unknown',
      reason: 'no_goal',
    });
  });
});

describe('for every comparator', () => {
  const comparators: Comparator[] = [
    'at_least',
    'more_than',
    'at_most',
    'less_than',
    'exactly',
    'approx',
    'range',
    'band',
    'zero',
  ];
  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
  const case_ = fc.record({ comparator: fc.constantFrom(...comparators), value: cents, achieved: cents });

  it('a final figure is met or not met, and finality never changes what is met', () => {
    fc.assert(
      fc.property(case_, ({ comparator, value, achieved }) => {
        const target = aTarget({ comparator, value, min: value });
        const [running, end] = [progress(target, achieved), progress(target, achieved, null, true)];
        expect(['met', 'not_met']).toContain(end.status);
        expect(end.status === 'met').toBe(running.status === 'met');
        expect(end.ratio).toBe(running.ratio);
      }),
    );
  });

  it('a better figure never loses what a worse one has met', () => {
    const growing = fc.constantFrom<Comparator>('at_least', 'more_than', 'range', 'band', 'approx');
    const falling = fc.constantFrom<Comparator>('at_most', 'less_than', 'zero');
    fc.assert(
      fc.property(growing, falling, cents, cents, cents, (up, down, value, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (status({ comparator: up, value, min: value }, low) === 'met') {
          expect(status({ comparator: up, value, min: value }, high)).toBe('met');
        }
        if (status({ comparator: down, value }, high) === 'met')
          expect(status({ comparator: down, value }, low)).toBe('met');
      }),
    );
  });
});

describe('another goal', () => {
  it('thirteen communes with one work each are held against thirteen (seed 003 W02)', () => {
    const works = aTarget({ comparator: 'exactly', explicit: false, value: 1 });
    expect(progress(withGoal(works, 13), 12)).toMatchObject({ status: 'in_progress', ratio: 0.923077 });
    expect(progress(withGoal(aTarget({ comparator: 'done' }), 13), 13).status).toBe('met');
    expect(withGoal(works, 1)).toBe(works);
    expect(progress(withGoal(works, null), 5).status).toBe('unknown');
  });
});
