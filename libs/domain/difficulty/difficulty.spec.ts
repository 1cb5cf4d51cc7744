import fc from 'fast-check';
import { openReport, rules } from '../../../test/fixtures/open-report.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { answerStates } from '../lifecycle/answer.lifecycle.js';
import { decide } from '../obligation/decide.js';
import type { ObligationCommand } from '../obligation/commands.types.js';
import { isFinal, statesOfPhase } from '../obligation/kinds.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import { treeAsOf } from '../units/tree.js';
import type { Unit } from '../units/unit.types.js';
import { decideDifficulty, type DifficultyCommand } from './decide-difficulty.js';
import type { DifficultyRule, DifficultyWords } from './difficulty.types.js';
import { aboveOwner, forwardTo } from './forward-to.js';
import { raiseDifficulty, type RaiseContext } from './raise.js';
import { saidAgain } from './said-again.js';

const rule: DifficultyRule = { from: '2000-01-01', answerWithin: 10, perReport: 20, letters: 2_000, source: 'tests' };
const unit = (id: string, kind: string): Unit => ({
  ...{ id, name: `Đơn vị ${id}`, kind, groups: [], validFrom: '2000-01-01', validTo: null, successors: [] },
});
/** A province with two departments; a district with a section and two communes. */
const tree = treeAsOf(
  [
    ...[unit('tinh', 'province'), unit('so-a', 'department'), unit('so-b', 'department'), unit('huyen', 'district')],
    ...[unit('phong', 'section'), unit('xa-1', 'commune'), unit('xa-2', 'commune')],
  ],
  Object.entries({
    'so-a': 'tinh',
    'so-b': 'tinh',
    huyen: 'tinh',
    phong: 'huyen',
    'xa-1': 'huyen',
    'xa-2': 'huyen',
  }).map(([child, parent]) => ({ id: `e-${child}`, unit: child, parent, validFrom: '2000-01-01', validTo: null })),
  '2025-06-10',
);
const place = (at: string) => ({ calendar: 'vn-5d', area: [at, ...tree.ancestorsOf(at)] });
const joined = (...parts: string[]): string => parts.join('.');
const note = { id: 'n', hash: 'h' };
const AT = instantAt('2025-06-10', '09:00');
const by = (of: string) => ({ post: `${of}:focal`, person: null });
const words = (attempt: number, at = AT): DifficultyWords & { attempt: number } => ({
  note,
  at,
  by: by('xa-1'),
  attempt,
});
const context: RaiseContext = {
  owner: { unit: 'huyen', above: 'tinh', worksAt: { owner: place('huyen'), receiver: place('tinh') } },
  raiserName: 'Xã 1',
  ...{ rule, rules, ids: { obligation: joined, round: joined } },
};
const raised = (): Obligation => {
  const { obligation } = raiseDifficulty(openReport(), { key: 'k1', words: words(1) }, context);
  return { ...obligation, cohort: 'c' };
};
const act = (o: Obligation, command: DifficultyCommand, of: string, now = AT) =>
  decideDifficulty(o, command, { now, actor: { ...by(of), unit: of, role: 'focal' }, rule, rules, cancelled: false });
const toUnit = (o: Obligation, to: string): DifficultyCommand => {
  const above = aboveOwner(tree, to);
  const had = o.difficulty!.owners.map((one) => one.unit);
  const allowed = forwardTo(tree, { owner: o.answeringUnit, raiser: o.subject, had });
  const worksAt = { owner: place(to), receiver: place(above) };
  return { type: 'forward', to: { unit: to, name: to, above, worksAt }, allowed, note };
};
const done = (o: Obligation, command: DifficultyCommand, of: string, now = AT): Obligation => {
  const decision = act(o, command, of, now);
  if (decision.refused) throw new Error(decision.reason);
  return { ...o, ...decision.next, revision: o.revision + 1, version: o.version + 1 };
};
const code = (o: Obligation, command: DifficultyCommand, of: string, now = AT): string => {
  const decision = act(o, command, of, now);
  return decision.refused ? decision.code : 'taken';
};
const endOf = (day: string): Date => endOfDay(day);

describe('a difficulty raised in a report', () => {
  it('is owed by the receiver from the submission on, ten of its working days, and never locks', () => {
    const o = raised();
    expect(o).toMatchObject({
      ...{ kind: 'answer', state: 'open', subject: 'xa-1', answeringUnit: 'huyen', receiver: 'tinh' },
      _id: 'c.difficulty:answers.answer.xa-1.report:main:k1',
      clock: {
        version: 1,
        phase: 'submission',
        ladder: 'answer',
        opensAt: AT,
        dueAt: endOf('2025-06-24'),
        lockAt: null,
      },
      title: 'Trả lời khó khăn, vướng mắc của Xã 1 (Báo cáo 6 tháng đầu năm 2025)',
    });
    expect(o.nextAt).toEqual(AT);
    expect(raised()).toEqual(o);
  });

  it('is answered on time or not by whoever owes it, and nobody else', () => {
    const o = raised();
    const answer: DifficultyCommand = { type: 'answer', note, document: { number: '12/UBND', date: '2025-06-24' } };
    expect([code(o, answer, 'xa-1'), code(o, answer, 'phong'), code(o, { type: 'retract', note }, 'huyen')]).toEqual([
      ...['difficulty-not-owner', 'difficulty-not-owner', 'difficulty-not-raiser'],
    ]);
    const onTime = done(o, answer, 'huyen', endOf('2025-06-24'));
    expect(onTime).toMatchObject({ state: 'done', nextAt: null, onTime: true, onTimeOriginal: true, overdueAt: null });
    expect(onTime.difficulty!.answers).toMatchObject([{ outcome: 'answered', document: { number: '12/UBND' } }]);
    const late = done(o, { type: 'decline', note }, 'huyen', instantAt('2025-06-25'));
    expect(late).toMatchObject({ state: 'done', onTime: false, overdueAt: endOf('2025-06-24') });
    expect(code(onTime, answer, 'huyen')).toBe('already-final');
  });

  it('goes with its owner to another unit: a whole new time, the first date stays in sight', () => {
    const late = instantAt('2025-06-25', '08:00');
    const o = done(raised(), toUnit(raised(), 'tinh'), 'huyen', late);
    expect(o).toMatchObject({ state: 'open', answeringUnit: 'tinh', receiver: 'tinh', overdueAt: null });
    expect(o.clock).toMatchObject({ version: 2, opensAt: late, dueAt: endOf('2025-07-09') });
    expect(o.deadlines.map(({ dueAt, kind }) => [dueAt, kind])).toEqual([
      [endOf('2025-06-24'), 'answer'],
      [endOf('2025-07-09'), 'answer'],
    ]);
    expect(code(o, { type: 'answer', note }, 'huyen')).toBe('difficulty-not-owner');
    const answered = done(o, { type: 'answer', note }, 'tinh', instantAt('2025-07-09', '10:00'));
    expect(answered).toMatchObject({ onTime: true, onTimeOriginal: false });
    expect(code(o, toUnit(o, 'huyen'), 'tinh')).toBe('difficulty-forward-nowhere');
  });

  it('is settled by word of its raiser, or raised again and owed anew', () => {
    const answered = done(raised(), { type: 'answer', note }, 'huyen');
    const settled = done(answered, { type: 'resolve' }, 'xa-1');
    expect(settled.state).toBe('done');
    expect(code(settled, { type: 'resolve' }, 'xa-1')).toBe('difficulty-resolved-already');
    expect(code(raised(), { type: 'resolve' }, 'xa-1')).toBe('illegal-step');
    const now = instantAt('2025-06-16', '08:00');
    const again = done(settled, { type: 'reopen', note }, 'xa-1', now);
    expect(again).toMatchObject({ state: 'open', onTime: true, clock: { version: 2, dueAt: endOf('2025-06-30') } });
    expect(again.difficulty).toMatchObject({ resolved: null, words: [{ attempt: 1 }, { attempt: null }] });
  });

  it('keeps its identity when the report comes again: other words stand beside, old attempts change nothing', () => {
    const o = raised();
    expect(saidAgain(o, words(1), { rule, rules })).toBeNull();
    const second = saidAgain(o, words(2), { rule, rules })!;
    expect([second.event.type, second.next.difficulty!.words.length]).toEqual(['difficulty_reworded', 2]);
    expect(second.next.clock).toBeUndefined();
    const answered = done({ ...o, ...second.next }, { type: 'answer', note }, 'huyen');
    expect(saidAgain(answered, words(1), { rule, rules })).toBeNull();
    const third = saidAgain(answered, words(3, instantAt('2025-07-01', '08:00')), { rule, rules })!;
    expect(third).toMatchObject({
      event: { type: 'difficulty_raised_again' },
      next: { state: 'open', clock: { version: 2 } },
    });
  });

  it('takes none of the commands of a report, and those about time as everything that is owed', () => {
    const actor = { ...by('tinh'), unit: 'tinh', role: 'focal' };
    const refused = (command: ObligationCommand) => {
      const decision = decide(raised(), command, {
        now: AT,
        actor,
        rules,
        campaign: { cancelled: false, closed: false },
      });
      return decision.refused ? decision.code : 'taken';
    };
    expect([
      refused({ type: 'submit', submission: 's', contentHash: 'h', nil: false }),
      ...[refused({ type: 'reopen', note }), refused({ type: 'excuse', note }), refused({ type: 'receive' })],
      refused({ type: 'extend', lastDay: '2025-07-01', reason: 'r', note }),
      refused({ type: 'escalate', to: 'chair', reason: 'r', note }),
    ]).toEqual(['illegal-step', 'illegal-step', 'illegal-step', 'illegal-step', 'taken', 'taken']);
  });
});

describe('where an answer may be forwarded', () => {
  it('up, or to an office of the same level; never back, down to a commune or to who raised it', () => {
    expect(forwardTo(tree, { owner: 'huyen', raiser: 'xa-1', had: ['huyen'] })).toEqual([
      'tinh',
      'so-a',
      'so-b',
      'phong',
    ]);
    expect(forwardTo(tree, { owner: 'tinh', raiser: 'xa-1', had: ['huyen', 'tinh'] })).toEqual(['so-a', 'so-b']);
    expect(forwardTo(tree, { owner: 'so-a', raiser: 'so-b', had: ['so-a'] })).toEqual(['tinh']);
    expect(forwardTo(tree, { owner: 'so-b', raiser: 'xa-1', had: ['tinh', 'so-a', 'so-b'] })).toEqual([]);
  });
});

describe('whatever happens to a difficulty', () => {
  const units = ['tinh', 'so-a', 'so-b', 'huyen', 'phong', 'xa-1', 'xa-2'];
  const step = fc.record({
    type: fc.constantFrom('answer', 'decline', 'forward', 'retract', 'reopen', 'resolve', 'say' as const),
    of: fc.constantFrom('owner', 'raiser', ...units),
    to: fc.constantFrom(...units),
    hours: fc.integer({ min: 0, max: 24 * 12 }),
    attempt: fc.integer({ min: 1, max: 4 }),
  });

  it('somebody owes it by a date until it is over, and nothing that was said is lost', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let o = raised();
        let now = AT;
        for (const { type, of, to, hours, attempt } of steps) {
          now = new Date(now.getTime() + hours * 3_600_000);
          const before = o;
          if (type === 'say') {
            const said = saidAgain(o, words(attempt, now), { rule, rules });
            if (said) o = { ...o, ...said.next };
          } else {
            const who = of === 'owner' ? o.answeringUnit : of === 'raiser' ? o.subject : of;
            const command = type === 'forward' ? toUnit(o, to) : ({ type, note } as DifficultyCommand);
            const decision = act(o, command, who, now);
            if (decision.refused) expect(decision.reason).not.toMatch(/[{}]/);
            else {
              expect(['answer', 'decline', 'forward'].includes(type) ? o.answeringUnit : o.subject).toBe(who);
              o = { ...o, ...decision.next, revision: o.revision + 1 };
              expect(decision.receipt).toMatchObject({ owner: o.answeringUnit, state: o.state, revision: o.revision });
            }
          }
          const [was, is] = [before.difficulty!, o.difficulty!];
          for (const list of ['words', 'owners', 'answers'] as const)
            expect(is[list].slice(0, was[list].length)).toEqual(was[list]);
          expect(o.deadlines.slice(0, before.deadlines.length)).toEqual(before.deadlines);
          expect(answerStates.states).toContain(o.state);
          expect(o.clock.version).toBeGreaterThanOrEqual(before.clock.version);
          expect(is.owners.at(-1)!.unit).toBe(o.answeringUnit);
          expect(new Set(is.owners.map((one) => one.unit)).size).toBe(is.owners.length);
          expect(o.answeringUnit).not.toBe(o.subject);
          if (isFinal(o.state)) expect(o.nextAt).toBeNull();
          else {
            expect(statesOfPhase[o.clock.phase]).toContain(o.state);
            expect(o.nextAt).not.toBeNull();
            const counted = addWorkingDays(rules.calendar(''), localDateOf(o.clock.opensAt), 10);
            expect(o.clock.dueAt).toEqual(endOfDay(counted));
          }
          expect(is.resolved === null || o.state === 'done').toBe(true);
          expect(is.answers.length).toBe(o.attempt);
        }
      }),
      { numRuns: 300 },
    );
  });
});
