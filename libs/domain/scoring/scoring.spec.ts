import fc from 'fast-check';
import { isRefusal } from '../lifecycle/refusal.js';
import type { Criterion } from '../plan/plan.types.js';
import { refuseSelfScore, refuseVerification } from './gate.js';
import { onTimePoints, onTimeShare } from './on-time.js';
import { rank } from './rank.js';
import { score } from './scoring.js';
import { explain } from './trace.js';
import type { ScoreSheet, UnitScore } from './score.types.js';

const criteria: Criterion[] = [
  { id: 'A', name: 'Kinh tế', max: 50, source: 'self' },
  { id: 'B', name: 'Văn hóa', max: 30, source: 'self' },
  { id: 'C', name: 'Chế độ báo cáo', max: 20, source: 'on_time' },
];
const record = (onTime: number, late = 0, never = 0) => ({ expected: onTime + late + never, onTime, late, never });
const sheet = (facts: Partial<ScoreSheet> = {}): ScoreSheet => ({
  unit: 'tan-lap',
  self: { A: 45, B: 30 },
  verified: { A: { points: 45 }, B: { points: 27.5, reason: 'thiếu minh chứng' } },
  record: record(4),
  ...facts,
});
const scored = (facts: Partial<ScoreSheet> = {}): UnitScore => {
  const result = score(criteria, sheet(facts));
  if (isRefusal(result)) throw new Error(result.reason);
  return result;
};

describe('points of the deadline ledger', () => {
  it('all on time is the maximum, late counts half, never counts nothing', () => {
    expect(onTimePoints(record(4), 20)).toBe(20);
    expect(onTimePoints(record(2, 1, 1), 20)).toBe(12.5);
    expect(onTimePoints(record(0, 0, 4), 20)).toBe(0);
    expect(onTimePoints(record(2, 0, 1), 20)).toBe(13.33);
  });

  it('nothing expected is no zero', () => {
    expect(onTimePoints(record(0), 20)).toBeNull();
    expect(onTimeShare(record(0))).toBeNull();
  });

  it('more on time never gives less', () => {
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 50 }), (onTime, late, never) => {
        const before = onTimePoints(record(onTime, late, never), 20)!;
        expect(onTimePoints(record(onTime, late + 1, never - 1), 20)!).toBeGreaterThanOrEqual(before);
        expect(onTimePoints(record(onTime + 1, late, never - 1), 20)!).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('a score', () => {
  it('keeps claim and finding apart, with the reason of the change', () => {
    const result = scored();
    expect(result).toMatchObject({ selfTotal: 95, total: 92.5, onTimeShare: 1, verifiedPart: 72.5 });
    expect(result.lines[1]).toEqual({
      criterion: 'B',
      max: 30,
      self: 30,
      verified: 27.5,
      reason: 'thiếu minh chứng',
      leftOut: false,
    });
  });

  it('leaves out the ledger where nothing was expected and re-weights the rest', () => {
    const result = scored({ record: record(0) });
    expect(result.total).toBe(90.63); // 72,5 of 80 on the scale of 100
    expect(result.lines[2]).toMatchObject({ leftOut: true, verified: null });
    expect(scored({ record: record(0), verified: { A: { points: 50, reason: 'x' }, B: { points: 30 } } }).total).toBe(
      100,
    );
    expect(scored({ record: record(0, 0, 3) }).total).toBe(72.5);
  });

  it('has no total before it is verified, and none claimed where nothing was claimed', () => {
    expect(scored({ verified: { A: { points: 45 } } })).toMatchObject({ total: null, selfTotal: 95 });
    expect(scored({ self: {} })).toMatchObject({ total: 92.5, selfTotal: null });
  });

  it('explains every point in words', () => {
    expect(explain(scored({ record: record(2, 1, 1) }).trace)).toEqual([
      'Tổng điểm: 85/100.',
      'Kinh tế: tự chấm 45, thẩm tra 45/50.',
      'Văn hóa: tự chấm 30, thẩm tra 27,5/30, vì: thiếu minh chứng.',
      'Chế độ báo cáo: 2 đúng hạn, 1 muộn (tính một nửa), 1 không nộp trên 4 phải nộp; 12,5/20 điểm.',
    ]);
    expect(explain(scored({ record: record(0), self: { B: 30 } }).trace)).toEqual([
      'Tổng điểm: 90,63/100.',
      'Quy đổi: 72,5 điểm trên 80 thành 90,63 điểm trên 100.',
      'Kinh tế: đơn vị không tự chấm, thẩm tra 45/50.',
      'Văn hóa: tự chấm 30, thẩm tra 27,5/30, vì: thiếu minh chứng.',
      'Chế độ báo cáo: không có việc nào đến hạn nên không tính phần này.',
    ]);
    const blank = scored({ self: { A: 1 }, verified: {} }).trace;
    expect(explain(blank, 'en').slice(1, 3)).toEqual([
      'Kinh tế: self-score 1/50, not verified yet.',
      'Văn hóa: neither self-scored nor verified yet.',
    ]);
    for (const line of explain(blank)) expect(line).not.toMatch(/[{}]/);
  });

  it('the points of the criteria are the points of the total', () => {
    const points = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(points, points, fc.nat(9), fc.nat(9), fc.nat(9), (a, b, onTime, late, never) => {
        fc.pre(onTime + late + never > 0);
        const result = scored({
          self: {},
          verified: { A: { points: a }, B: { points: b } },
          record: record(onTime, late, never),
        });
        const cents = (value: number | null) => Math.round((value ?? Number.NaN) * 100);
        expect(cents(result.total)).toBe(result.trace.children.reduce((sum, child) => sum + cents(child.points), 0));
        expect(result.total).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the gate', () => {
  it('refuses more than the maximum in words', () => {
    expect(refuseVerification(criteria, { A: 45 }, { A: { points: 51, reason: 'vượt' } })).toMatchObject({
      code: 'verified-above-max',
      reason: 'Điểm thẩm tra 51 của tiêu chí “Kinh tế” vượt điểm tối đa 50.',
    });
    expect(refuseSelfScore(criteria, { A: 50.5 })).toMatchObject({ code: 'self-above-max' });
    expect(score(criteria, sheet({ verified: { A: { points: 51, reason: 'vượt' } } }))).toMatchObject({
      refused: true,
    });
  });

  it('refuses a change without a reason, also upward; no claim is no change', () => {
    for (const points of [44, 46]) {
      const refused = refuseVerification(criteria, { A: 45 }, { A: { points, reason: ' ' } });
      expect(refused).toMatchObject({ code: 'change-without-reason' });
    }
    expect(refuseVerification(criteria, {}, { A: { points: 44 } })).toBeNull();
  });

  it('refuses what is below zero, not a number, unknown, or taken from the ledger', () => {
    const code = (self: Record<string, number>) => refuseSelfScore(criteria, self)?.code ?? null;
    expect([code({ A: -1 }), code({ A: Number.NaN }), code({ Z: 1 }), code({ C: 20 }), code({ A: 0, B: 30 })]).toEqual([
      'points-below-zero',
      'points-not-a-number',
      'unknown-criterion',
      'points-from-ledger',
      null,
    ]);
  });

  it('refuses a ledger that does not add up', () => {
    const wrong = sheet({ record: { expected: 5, onTime: 4, late: 0, never: 0 } });
    expect(score(criteria, wrong)).toMatchObject({ code: 'record-does-not-add-up' });
  });
});

describe('the ranking', () => {
  const unit = (
    id: string,
    total: number | null,
    onTimeShare: number | null = 1,
    verifiedPart: number | null = 70,
  ) => ({
    unit: id,
    total,
    onTimeShare,
    verifiedPart,
  });
  const order = (...units: ReturnType<typeof unit>[]) =>
    rank(units).map(({ score: { unit: id }, tied }) => `${id}${tied ? '=' : ''}`);

  it('goes by total, then on-time share, then the verified part', () => {
    expect(order(unit('a', 80), unit('b', 90))).toEqual(['b', 'a']);
    expect(order(unit('a', 80, 0.5), unit('b', 80, 0.75))).toEqual(['b', 'a']);
    expect(order(unit('a', 80, 1, 60), unit('b', 80, 1, 61))).toEqual(['b', 'a']);
  });

  it('marks a full tie for a decision and orders it by unit id', () => {
    expect(order(unit('c', 80), unit('a', 70), unit('b', 80))).toEqual(['b=', 'c=', 'a']);
  });

  it('puts the unverified last and a unit without deadlines after an equal one with a record', () => {
    expect(order(unit('a', null), unit('b', 0))).toEqual(['b', 'a']);
    expect(order(unit('a', 80, null), unit('b', 80, 0))).toEqual(['b', 'a']);
  });

  it('is the same whatever order the units come in', () => {
    const few = fc.option(fc.constantFrom(0, 0.5, 1));
    const units = fc.uniqueArray(
      fc.record({ unit: fc.string({ minLength: 1 }), total: few, onTimeShare: few, verifiedPart: few }),
      {
        selector: (each) => each.unit,
        maxLength: 12,
      },
    );
    const twice = units.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        const ranking = rank(one);
        expect(rank(other)).toEqual(ranking);
        expect(ranking.map(({ place }) => place)).toEqual(one.map((_, index) => index + 1));
      }),
    );
  });
});
