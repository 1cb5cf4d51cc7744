import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { movesForEverybody } from '../plan/moves-for-everybody.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import { preview } from './preview.js';
import type { PreviewInput } from './preview.types.js';

const due = { kind: 'by', date: '2025-06-13' };
const plan = {
  calendar: 'vn-5d',
  end: '2025-06-27',
  steps: [{ id: 'report', duties: [{ level: 'commune', kind: 'report', due }] }],
} as unknown as CampaignPlan;
const commune = (n: number, changes: Partial<Obligation> = {}): Obligation =>
  openReport({ _id: `c.report.report.xa-${n}.main`, ...changes });
const notice = (n: number, act: string, post = `xa-${n}:focal`) => ({
  ...{ obligation: `c.report.report.xa-${n}.main`, clockVersion: 1 },
  ...{ act, post, slot: 's1' },
});
const document = { number: '7/QĐ-UBND', date: '2025-06-17' };
const suspension = {
  n: 1,
  from: instantAt('2025-06-11', '10:00'),
  by: 'x',
  to: null,
  resumedBy: null,
  shift: null,
  document: null,
};

const look = (more: Partial<PreviewInput>) =>
  preview({
    decision: { command: 'suspend' },
    actor: reviewer,
    now: instantAt('2025-06-17', '09:00'),
    plan,
    suspensions: [],
    obligations: [commune(1), commune(2), commune(3)],
    notices: [notice(1, 'remind'), notice(2, 'remind'), notice(2, 'urge')],
    rules,
    ...more,
  });

describe('a preview', () => {
  it('of a suspension moves nothing and holds back all that waits', () => {
    expect(look({})).toEqual({
      ...{ moved: 0, kept: 3, ended: 0, groups: [], refused: [] },
      withdrawn: [
        { act: 'remind', notices: 2 },
        { act: 'urge', notices: 1 },
      ],
      letters: 2,
    });
  });

  it('takes back only what a decision really takes back: a request for more time is told although the clock moves', () => {
    const notices = [notice(1, 'remind'), notice(1, 'extension_request', 'huyen:focal'), notice(1, 'extension')];
    const extend = { command: 'extend', lastDay: '2025-06-21', document: null } as const;
    const extended = look({ decision: extend, now: instantAt('2025-06-10', '09:00'), notices });
    expect(extended).toMatchObject({ withdrawn: [{ act: 'remind', notices: 1 }], letters: 1 });
    expect(look({ decision: { command: 'cancel' }, notices }).withdrawn.map(({ act }) => act)).toEqual([
      'extension',
      'extension_request',
      'remind',
    ]);
  });

  it('of a cancellation ends all that is owed', () => {
    expect(look({ decision: { command: 'cancel' } })).toMatchObject({ moved: 0, kept: 0, ended: 3, letters: 2 });
  });

  it('of going on with the dates kept warns of what becomes overdue at once', () => {
    const found = look({ decision: { command: 'resume', shift: 'keep', document: null }, suspensions: [suspension] });
    expect(found).toMatchObject({ moved: 0, kept: 3, letters: 0 });
    expect(found.groups).toMatchObject([
      { count: 3, warnings: [{ code: 'overdue-at-once', data: { day: '2025-06-13' } }] },
    ]);
  });

  it('of going on with the days given back shows each group before and after', () => {
    const granted = commune(4, { clock: { ...openReport().clock, dueAt: endOfDay('2025-06-24') } });
    const found = look({
      decision: { command: 'resume', shift: 'by_suspension', document },
      suspensions: [suspension],
      obligations: [commune(1), commune(2), granted],
    });
    expect(found).toMatchObject({ moved: 3, kept: 0, letters: 2, refused: [] });
    expect(
      found.groups.map(({ count, dueAfter, warnings }) => [count, dueAfter, warnings.map(({ code }) => code)]),
    ).toEqual([
      [2, endOfDay('2025-06-19'), []],
      [1, endOfDay('2025-06-30'), ['beyond-end', 'lock-before-due']],
    ]);
    const without = look({
      decision: { command: 'resume', shift: 'by_suspension', document: null },
      suspensions: [suspension],
    });
    expect(without).toMatchObject({ moved: 0, kept: 3 });
  });

  it('of an extension is what the command itself would do, refusals included', () => {
    const found = look({
      decision: { command: 'extend', lastDay: '2025-06-21', document: null },
      now: instantAt('2025-06-10', '09:00'),
      obligations: [commune(1), commune(2), commune(3, { state: 'submitted' })],
    });
    expect(found).toMatchObject({
      moved: 2,
      kept: 0,
      withdrawn: [
        { act: 'remind', notices: 2 },
        { act: 'urge', notices: 1 },
      ],
    });
    expect(found.groups).toMatchObject([
      {
        count: 2,
        dueAfter: endOfDay('2025-06-21'),
        warnings: [{ code: 'due-on-rest-day', data: { before: '2025-06-20' } }],
      },
    ]);
    expect(found.refused).toMatchObject([{ obligation: 'c.report.report.xa-3.main', code: 'illegal-step' }]);
    expect(
      look({ decision: { command: 'extend', lastDay: '2025-06-21', document }, actor: focal }).refused,
    ).toHaveLength(3);
  });
});

describe('a date that the plan wrote for everybody', () => {
  const all = [commune(1), commune(2), commune(3)];
  it('is moved by an extension that leaves nobody behind on it', () => {
    expect(movesForEverybody(all, all, plan)).toBe(true);
    expect(movesForEverybody(all.slice(1), all, plan)).toBe(false);
    expect(movesForEverybody(all.slice(0, 1), all.slice(0, 1), plan)).toBe(false);
  });

  it('is no such date where it is counted, or was moved before', () => {
    const counted = {
      steps: [
        {
          id: 'report',
          duties: [{ level: 'commune', kind: 'report', due: { kind: 'within', days: 9, from: 'opened' } }],
        },
      ],
    };
    expect(movesForEverybody(all, all, counted as unknown as CampaignPlan)).toBe(false);
    const moved = all.map((one) => ({
      ...one,
      deadlines: [...one.deadlines, { ...one.deadlines[0]!, kind: 'extension' as const }],
    }));
    expect(movesForEverybody(moved, moved, plan)).toBe(false);
  });
});
