import fc from 'fast-check';
import { isRefusal } from '../lifecycle/refusal.js';
import { needed, quorum, tally, type Vote } from './council.js';
import { fractionOf } from './share.js';

const council = (size: number): string[] => Array.from({ length: size }, (_, n) => `uy-vien-${n + 1}`);
const yes = (item: string, ...members: string[]): Vote[] => members.map((member) => ({ member, item, choice: 'yes' }));
const counted = <T>(result: T): Exclude<T, { refused: true }> => {
  if (isRefusal(result)) throw new Error(result.reason);
  return result as Exclude<T, { refused: true }>;
};

describe('votes needed', () => {
  it('is counted on all members and rounded up: 10 at 90% is 9, 9 at 80% is 8', () => {
    expect(needed(10, 0.9)).toBe(9);
    expect(needed(9, 0.8)).toBe(8);
    expect(needed(30, 0.9)).toBe(27); // 30 * 0.9 is fine, 0.7 * 10 and friends are not
    expect(needed(10, 0.7)).toBe(7);
    expect(needed(100, 0.29)).toBe(29); // 0.29 * 100 is 28.999999999999996 in floating point
    expect(needed(100, 0.07)).toBe(7); // and 0.07 * 100 is 7.000000000000001
  });

  it('two thirds are two thirds however they are written', () => {
    for (const share of ['2/3', 2 / 3, 0.6666666666666667] as const) expect(needed(9, share)).toBe(6);
    expect(needed(9, 0.667)).toBe(7);
    expect(fractionOf(0.667)).toEqual({ over: 667, under: 1000 });
  });

  it('is the least whole number that reaches the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 100 }), (members, percent) => {
        const least = needed(members, percent / 100);
        expect(least * 100).toBeGreaterThanOrEqual(members * percent);
        expect((least - 1) * 100).toBeLessThan(members * percent);
      }),
    );
  });

  it('there is no council without members and no share of nothing', () => {
    expect(() => needed(0, 0.9)).toThrow(RangeError);
    for (const share of [0, -0.5, 1.1, Number.NaN, '3/2'] as const) expect(() => needed(9, share)).toThrow(RangeError);
  });
});

describe('quorum', () => {
  const nine = council(9);

  it('two thirds of nine are six in the room', () => {
    expect(quorum(nine, { present: nine.slice(0, 6), written: [], countWritten: false }, '2/3')).toEqual({
      members: 9,
      needed: 6,
      present: 6,
      written: 0,
      counted: 6,
      met: true,
    });
    expect(quorum(nine, { present: nine.slice(0, 5), written: [], countWritten: false }, '2/3')).toMatchObject({
      met: false,
    });
  });

  it('a written opinion counts only where the rule says so', () => {
    const attendance = { present: nine.slice(0, 5), written: [nine[8]!] };
    expect(quorum(nine, { ...attendance, countWritten: true }, '2/3')).toMatchObject({ counted: 6, met: true });
    expect(quorum(nine, { ...attendance, countWritten: false }, '2/3')).toMatchObject({ counted: 5, met: false });
  });

  it('somebody listed twice in the room is there once; a guest or a double listing is refused', () => {
    expect(quorum(nine, { present: [nine[0]!, nine[0]!], written: [], countWritten: false }, '2/3')).toMatchObject({
      present: 1,
    });
    expect(quorum(nine, { present: ['khach'], written: [], countWritten: false }, '2/3')).toMatchObject({
      code: 'not-a-member',
    });
    expect(quorum(nine, { present: nine, written: [nine[0]!], countWritten: true }, '2/3')).toMatchObject({
      code: 'listed-twice',
    });
  });
});

describe('the count', () => {
  const ten = council(10);

  it('nine of ten pass at 90%, eight do not; the blank and the missing are counted apart', () => {
    const votes = [
      ...yes('xa-a', ...ten.slice(0, 9)),
      ...yes('xa-b', ...ten.slice(0, 8)),
      { member: ten[8]!, item: 'xa-b', choice: 'blank' } as const,
      { member: ten[9]!, item: 'xa-a', choice: 'no' } as const,
    ];
    expect(tally(votes, ['xa-a', 'xa-b', 'xa-c'], ten, needed(10, 0.9))).toEqual([
      { item: 'xa-a', yes: 9, no: 1, blank: 0, missing: 0, recused: 0, needed: 9, passed: true },
      { item: 'xa-b', yes: 8, no: 0, blank: 1, missing: 1, recused: 0, needed: 9, passed: false },
      { item: 'xa-c', yes: 0, no: 0, blank: 0, missing: 10, recused: 0, needed: 9, passed: false },
    ]);
  });

  it('a recused member shrinks the yes votes, not the base', () => {
    const recusals = [{ member: ten[9]!, item: 'xa-a' }];
    const [all] = counted(tally(yes('xa-a', ...ten.slice(0, 9)), ['xa-a'], ten, needed(10, 0.9), recusals));
    expect(all).toMatchObject({ yes: 9, missing: 0, recused: 1, needed: 9, passed: true });
    const [less] = counted(tally(yes('xa-a', ...ten.slice(0, 8)), ['xa-a'], ten, needed(10, 0.9), recusals));
    expect(less).toMatchObject({ missing: 1, passed: false });
  });

  it('refuses in words a guest, a second vote, an unknown item and a recused member', () => {
    const refused = (...votes: Vote[]) => tally(votes, ['xa-a'], ten, 9, [{ member: ten[9]!, item: 'xa-a' }]);
    expect(refused(...yes('xa-a', 'khach'))).toMatchObject({ reason: 'khach không phải thành viên Hội đồng.' });
    expect(refused(...yes('xa-a', ten[0]!, ten[0]!))).toMatchObject({ code: 'double-vote' });
    expect(refused(...yes('xa-z', ten[0]!))).toMatchObject({ code: 'not-on-the-ballot' });
    expect(refused(...yes('xa-a', ten[9]!))).toMatchObject({ code: 'recused-vote' });
  });

  it('every member is counted exactly once per item', () => {
    const choice = fc.constantFrom('yes' as const, 'no' as const, 'blank' as const, 'recused' as const, null);
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 30 }), (choices) => {
        const members = council(choices.length);
        const of = members.map((member, n) => ({ member, item: 'xa-a', choice: choices[n] }));
        const votes = of.filter((each): each is Vote => each.choice !== null && each.choice !== 'recused');
        const recusals = of.filter((each) => each.choice === 'recused');
        const [total] = counted(tally(votes, ['xa-a'], members, needed(members.length, 0.8), recusals));
        const { yes: ayes, no, blank, missing, recused, passed } = total!;
        expect(ayes + no + blank + missing + recused).toBe(members.length);
        expect(passed).toBe(ayes * 10 >= members.length * 8);
      }),
    );
  });
});
