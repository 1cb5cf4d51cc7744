import { scoreFaults, type Target, type Unit } from '#libs/domain';
import { targetsOf } from '#libs/domain/target/concern.js';
import { demoWorld } from '../demo-world.js';
import { contentFor } from './content.js';
import { figuresFor } from './figures.js';

const world = demoWorld(1);
const period = { id: '2018Y', to: '2018-12-14', final: false };
const asked = (code: string, unit: Unit): Target[] => {
  const { targets } = world.plans.find((plan) => plan.code === code)!;
  return targetsOf(
    unit,
    targets,
    targets.map(({ id }) => id),
  );
};
const below = (root: string) => world.units.filter(({ id }) => id.startsWith(`${root}-`));

describe('figures', () => {
  it.each(['sl-60nam', 'sl-2023', 'sl-2014', 'td-2023', 'qt-2022'])(
    'of %s are given for every target asked, with parts for rates',
    (code) => {
      for (const unit of below(code.slice(0, 2))) {
        const targets = asked(code, unit);
        const figures = figuresFor(3, unit, targets, { ...period, final: true });
        expect(figures.map(({ target }) => target)).toEqual(targets.map(({ id }) => id));
        figures.forEach((figure, i) => {
          expect(figure.status).toBe('final');
          expect(Number.isFinite(figure.value)).toBe(true);
          if (targets[i]!.method !== 'ratio') return;
          expect(figure.denominator).toBeGreaterThan(0);
          expect(figure.numerator).toBeLessThanOrEqual(figure.denominator!);
        });
      }
    },
  );

  it('spread the communes over the bands about as the plan wants', () => {
    const communes = below('sl').filter(({ kind }) => kind === 'commune');
    const reached = (id: string) =>
      communes.filter(
        (unit) => figuresFor(3, unit, asked('sl-2014', unit), period).find(({ target }) => target === id)?.value === 1,
      ).length;
    expect(reached('V01')).toBeLessThan(reached('V02'));
    expect(reached('V02')).toBeLessThan(reached('V03'));
    expect(Math.abs(reached('V03') - 88)).toBeLessThan(30);
    expect(reached('V04')).toBe(188);
  });
});

describe('contents', () => {
  const unit = world.units.find(({ id }) => id === 'sl-h05')!;
  const { scoring } = world.plans[0]!;
  const context = {
    seed: 1,
    obligation: 'o',
    unit,
    day: '2018-12-17',
    targets: asked('sl-60nam', unit),
    period,
    nil: false,
    criteria: scoring,
  };

  it('are the same in every run', () => {
    expect(contentFor('report', context)).toEqual(contentFor('report', context));
  });

  it('of a nil report hold a reason and no figures', () => {
    expect(contentFor('report', { ...context, nil: true })).toMatchObject({ figures: [], nil: expect.any(String) });
  });

  it('score by hand only what is not taken from the ledger, and say why a claim was cut', () => {
    for (let n = 0; n < 200; n++) {
      const { scores: claimed } = contentFor('self_score', { ...context, obligation: `s${n}` });
      expect(claimed.map(({ criterion }) => criterion)).toEqual(['C1', 'C2', 'C3']);
      const { scores } = contentFor('verification', { ...context, obligation: `v${n}`, claimed });
      scores.forEach(({ points, reason }, i) => expect(points === claimed[i]!.points).toBe(reason === ''));
      const claims = new Map(claimed.map(({ criterion, points }) => [criterion, points]));
      const unclaimed = contentFor('verification', { ...context, obligation: `v${n}`, claimed: [] }).scores;
      expect(scoreFaults(scoring, claimed)).toEqual([]);
      expect(scoreFaults(scoring, scores, claims)).toEqual([]);
      expect(scoreFaults(scoring, unclaimed, new Map())).toEqual([]);
    }
  });
});
