import fc from 'fast-check';
import { ladderById, ladderBook, ladders } from '#libs/rules';
import { ladderFaults } from './ladder-faults.js';

const faultsOf = (id: string) => {
  const { ladder, varied } = ladderBook.byId(id)!;
  return ladderFaults(ladder, varied, ladderBook.bounds);
};

describe('a ladder of a campaign', () => {
  it.each(ladders.map(({ id }) => id))('%s of the rules keeps to floor and cap', (id) =>
    expect(faultsOf(id)).toEqual([]),
  );

  it.each([
    ['report_r7_r3_u2_e5', []],
    ['report_r2_r2_u1_e3', ['ladder-same-instant']],
    ['report_r9_r7_r5_r3_r1_u1_e3', ['ladder-too-many']],
    ['report_r1_u1_u2_u4_e7', ['ladder-too-many']],
    ['report_r10_r5_u1_e3', ['ladder-no-reminder']],
    ['report_u1_e3', ['ladder-no-reminder']],
    ['report_r2_u3_e4', ['ladder-too-dense']],
    ['report_r2_e1_u3_e6', ['ladder-urges-after-escalation']],
    ['report_r2_u1', ['ladder-without-top']],
    ['report_r2_e6', ['ladder-silent-after']],
    ['vote_r2', []],
  ])('%s: %j', (id, faults) => expect(faultsOf(id)).toEqual(faults));

  it('speaks to whom the ladder it varies speaks to, whatever the order its days are named in', () => {
    const told = (id: string) => ladderById(id).rungs.map(({ id: rung, audience }) => `${rung} ${audience.join(' ')}`);
    expect(told('report_r7_r3_u2_e5')).toEqual([
      'open focal',
      'remind-7 focal',
      'remind-3 focal head',
      'urge+2 head',
      'escalate+5 head superior standing_body',
    ]);
    expect(told('report_e5_r3_u2_r7')).toEqual(told('report_r7_r3_u2_e5'));
    expect(ladderById('report_r7_r3_u2_e5@2026-11')).toEqual(ladderById('report_r7_r3_u2_e5'));
    expect(told('report_r1_e2_e4_e8').at(-1)).toBe('escalate+8 chair');
  });

  it('is unknown where no ladder of the rules has that name, and never a drill', () => {
    for (const id of ['none', 'none_r1', 'report_r1@1999', 'drill_r1', 'report_x1', 'report_', 'report_r1_']) {
      expect(ladderBook.byId(id)).toBeNull();
      expect(() => ladderById(id)).toThrow(RangeError);
    }
  });

  it('never comes closer after the due day, never urges after escalating, and ends at the top, once the gate lets it through', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('r', 'u', 'e'), fc.integer({ min: 0, max: 12 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          const id = `report_${parts.map(([act, n]) => `${act}${n}`).join('_')}`;
          if (faultsOf(id).length) return;
          const rungs = ladderById(id).rungs.slice(1);
          const after = rungs.filter(({ at }) => at.workingDays! > 0);
          const gaps = after.map(({ at }, n) => at.workingDays! - (after[n - 1]?.at.workingDays ?? 0));
          expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
          expect(after.at(-1)!.act).toBe('escalate');
          expect(after.findLastIndex(({ act }) => act === 'urge')).toBeLessThan(
            after.findIndex(({ act }) => act === 'escalate'),
          );
          expect(new Set(rungs.map(({ at }) => at.workingDays)).size).toBe(rungs.length);
          expect(rungs.length).toBeLessThanOrEqual(9);
        },
      ),
      { numRuns: 2_000 },
    ));
});
