import fc from 'fast-check';
import type { Criterion } from '../plan/plan.types.js';
import { isRefusal } from '../lifecycle/refusal.js';
import { refuseSelfScore, refuseVerification } from './gate.js';
import { scoreFaults, type SaidScore } from './score-faults.js';
import { totalPoints } from './total.js';

const criteria: Criterion[] = [
  { id: 'C1', name: 'Chỉ tiêu', max: 50, source: 'self' },
  { id: 'C2', name: 'Tuyên truyền', max: 30, source: 'self' },
  { id: 'C3', name: 'Đúng hạn', max: 20, source: 'on_time' },
];
const codes = (said: SaidScore[], claims: Record<string, number> | null = null) =>
  scoreFaults(criteria, said, claims && new Map(Object.entries(claims))).map(({ path, code }) => `${path} ${code}`);

describe('a score sheet', () => {
  it('names every place that is wrong at once', () => {
    expect(
      codes([
        { criterion: 'C1', points: 51 },
        { criterion: 'C3', points: 20 },
        { criterion: 'X', points: 1 },
      ]),
    ).toEqual([
      'scores.C1 fault.score-above-max',
      'scores.C3 fault.score-not-asked',
      'scores.X fault.score-not-asked',
      'scores.C2 fault.score-missing',
    ]);
    expect(
      codes([
        { criterion: 'C1', points: 50 },
        { criterion: 'C1', points: 0 },
        { criterion: 'C2', points: -1 },
      ]),
    ).toEqual(['scores.C1 fault.score-twice', 'scores.C2 fault.negative']);
  });

  it('of a verifier says why where it differs from the claim, and only there', () => {
    const claims = { C1: 48, C2: 30 };
    const said = (reason: string) => [
      { criterion: 'C1', points: 40, reason },
      { criterion: 'C2', points: 30 },
    ];
    expect(codes(said('  '), claims)).toEqual(['scores.C1 fault.score-unexplained']);
    expect(codes(said('Thiếu minh chứng.'), claims)).toEqual([]);
    expect(codes(said(''), {})).toEqual([]); // a unit that claimed nothing is scored by what is known
  });

  it('that is taken is one that can be ranked', () => {
    const points = fc.double({ min: -5, max: 60, noNaN: true });
    const sheet = fc.tuple(points, points, fc.option(points), fc.constantFrom('', 'Vì thế.'));
    fc.assert(
      fc.property(sheet, ([c1, c2, claim, reason]) => {
        const said = [
          { criterion: 'C1', points: c1, reason },
          { criterion: 'C2', points: c2, reason },
        ];
        const claims: Record<string, number> = claim === null || claim < 0 || claim > 50 ? {} : { C1: claim };
        const taken = codes(said, claims).length === 0;
        const verified = { C1: { points: c1, reason }, C2: { points: c2, reason } };
        const ranked = ![refuseSelfScore(criteria, claims), refuseVerification(criteria, claims, verified)].some(
          isRefusal,
        );
        expect(taken).toBe(ranked);
      }),
    );
  });
});

describe('the total of a sheet', () => {
  const line = (max: number, points: number | null, leftOut = false) => ({ max, points, leftOut });

  it('is exact, and re-weighted where nothing was due', () => {
    expect(totalPoints([line(50, 48.1), line(30, 29.2), line(20, 20)])).toBe(97.3);
    expect(totalPoints([line(50, 40), line(30, 24), line(20, null, true)])).toBe(80);
  });

  it('is unknown while a part is', () => {
    expect(totalPoints([line(50, null), line(30, 24)])).toBeNull();
    expect(totalPoints([])).toBeNull();
  });
});
