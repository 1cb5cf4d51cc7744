import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { en } from '../messages/en.js';
import { vi } from '../messages/vi.js';
import { lifecycleOf } from '../obligation/transitions.js';
import { allLifecycles, findLimbo } from './all-lifecycles.js';
import { lifecycle, type Lifecycle } from './lifecycle.js';
import { isRefusal, refuse } from './refusal.js';
import { messageStates } from './message.lifecycle.js';
import { sessionStates } from './session.lifecycle.js';
import { reviewedStates } from './reviewed.lifecycle.js';
import { roundStates } from './round.lifecycle.js';
import { voteStates } from './vote.lifecycle.js';
import { enteredStates } from './entered.lifecycle.js';
import { covenantStates } from './covenant.lifecycle.js';
import { campaignStates } from './campaign.lifecycle.js';

const named = allLifecycles().map((table) => [table.name, table] as const);

describe('no limbo', () => {
  it.each(named)('every state of %s has an owner, a clock, a way in and a way to an end', (_, table) => {
    expect(findLimbo(table)).toEqual([]);
    expect(table.final.length).toBeGreaterThan(0);
  });

  it('knows every table of the folder', () => {
    const files = readdirSync(__dirname).filter((file) => file.endsWith('.lifecycle.ts'));
    expect(named.map(([name]) => `${name}.lifecycle.ts`).sort()).toEqual(files.sort());
  });

  it.each(named)('every state and command of %s has a word in both languages', (_, table) => {
    for (const texts of [vi, en] as Record<string, string>[]) {
      for (const state of table.states) {
        expect(texts[`state.${state}`]).toBeDefined();
        for (const command of table.commands(state)) expect(texts[`command.${command}`]).toBeDefined();
      }
    }
  });

  it('a table that forgets an owner or a clock does not compile, and is found when it is forced', () => {
    const built = lifecycle<'open' | 'done', 'enter', 'done'>(
      'forgetful',
      { open: { enter: 'done' } },
      {
        initial: 'open',
        final: ['done'],
        // @ts-expect-error a state without an owner
        ownerOf: {},
        // @ts-expect-error a state without a clock
        clockOf: {},
      },
    );
    expect(findLimbo(built as never).map(({ lacks }) => lacks)).toEqual(['owner', 'clock']);
  });

  it('finds a state that is never reached and one that never ends', () => {
    const built = lifecycle<'open' | 'lost' | 'done', 'enter' | 'turn', 'done'>(
      'circle',
      { open: { enter: 'done' }, lost: { turn: 'lost' } },
      {
        initial: 'open',
        final: ['done'],
        ownerOf: { open: 'focal', lost: 'focal' },
        clockOf: { open: 'submission', lost: 'submission' },
      },
    );
    expect(findLimbo(built as never)).toEqual([
      { lifecycle: 'circle', state: 'lost', lacks: 'way_in' },
      { lifecycle: 'circle', state: 'lost', lacks: 'way_to_an_end' },
    ]);
  });

  it('only a person who takes it back, or late news, leads out of an end', () => {
    const ways = allLifecycles().flatMap((table) =>
      table.final.flatMap((state) => table.commands(state).map((command) => `${table.name}: ${state} ${command}`)),
    );
    expect(ways.sort()).toMatchInlineSnapshot(`
     [
       "answer: done reopen",
       "answer: excused reopen",
       "covenant: done reopen",
       "joint-covenant: complete reopen",
       "message: sent bounce",
       "message: unconfirmed bounce",
       "reviewed: accepted reopen",
       "reviewed: lapsed reopen",
     ]
    `);
  });

  it.each(named)('no sequence of commands leads %s out of its states or past an end', (_, table) => {
    const command = fc.constantFrom(...new Set(table.states.flatMap((state) => table.commands(state))));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state = table.initial;
        for (const each of commands) {
          const next = table.next(state, each);
          if (isRefusal(next)) expect(next.reason).not.toMatch(/[{}]/);
          else {
            if (table.isFinal(state)) expect(['reopen', 'bounce']).toContain(each);
            expect(table.reachable(state).has(next)).toBe(true);
            state = next;
          }
        }
        expect(table.states).toContain(state);
      }),
    );
  });
});

const walk = (table: { initial: string; next(state: never, command: never): unknown }, ...commands: string[]) =>
  commands.reduce<unknown>((state, command) => table.next(state as never, command as never), table.initial);

describe('the life of an obligation', () => {
  it('a report is opened, submitted, received, returned, submitted again, received and accepted', () => {
    const ways = ['open', 'submit', 'receive', 'return', 'submit', 'receive', 'accept'];
    expect(walk(reviewedStates, ...ways)).toBe('accepted');
  });

  it('a report lapses when the lock passes while it is open or returned, and never after it was submitted', () => {
    expect(walk(reviewedStates, 'open', 'lapse')).toBe('lapsed');
    expect(walk(reviewedStates, 'open', 'submit', 'receive', 'return', 'lapse')).toBe('lapsed');
    expect(walk(reviewedStates, 'open', 'submit', 'lapse')).toMatchObject({ refused: true, code: 'illegal-step' });
  });

  it('is excused by decision only while scheduled, open or returned', () => {
    const from = reviewedStates.states.filter((state) => reviewedStates.commands(state).includes('excuse'));
    expect(from).toEqual(['scheduled', 'open', 'returned']);
  });

  it('a withdrawn first submission is open again, a withdrawn resubmission is returned again', () => {
    expect(walk(reviewedStates, 'open', 'submit', 'withdraw')).toBe('open');
    expect(reviewedStates.next('submitted', 'withdraw_resubmission')).toBe('returned');
  });

  it('an accepted report is at rest, and comes back only when the reviewer reopens it', () => {
    expect(reviewedStates.isFinal('accepted')).toBe(true);
    expect(reviewedStates.commands('accepted')).toEqual(['reopen']);
    expect(reviewedStates.next('accepted', 'submit')).toMatchObject({ code: 'already-final' });
  });

  it('what failed is parked with an administrator, is not final, and goes back where it stood', () => {
    for (const table of [reviewedStates, covenantStates, enteredStates, voteStates] as unknown as Lifecycle[]) {
      expect(table.isFinal('parked')).toBe(false);
      expect(table.ownerOf('parked')).toBe('administrator');
      for (const state of table.states) {
        if (table.isFinal(state) || state === 'parked') continue;
        expect(table.next(state, 'park')).toBe('parked');
        expect(table.next('parked', `release_${state}`)).toBe(state);
      }
    }
  });

  it('a covenant is signed; a vote locks; what holds up the campaign never does', () => {
    expect(walk(covenantStates, 'open', 'submit')).toBe('done');
    expect(walk(covenantStates, 'open', 'lapse')).toBe('lapsed');
    expect(walk(voteStates, 'open', 'lapse')).toBe('lapsed');
    expect(enteredStates.states).not.toContain('lapsed');
    expect(lifecycleOf('decision').name).toBe('entered');
    expect(lifecycleOf('vote').name).toBe('vote');
    expect(lifecycleOf('self_score').name).toBe('reviewed');
  });
});

describe('the other lives', () => {
  it('a campaign is launched, concluded and closed; a closed one is not cancelled', () => {
    expect(walk(campaignStates, 'launch', 'conclude', 'close')).toBe('closed');
    expect(walk(campaignStates, 'launch', 'cancel')).toBe('cancelled');
    expect(campaignStates.next('closed', 'cancel')).toMatchObject({
      code: 'already-final',
      reason: 'Không thể hủy: việc này đã kết thúc ở trạng thái “đã kết thúc”.',
    });
  });

  it('a round is opened, locked and finished; one without a lock finishes while open', () => {
    expect(walk(roundStates, 'open', 'lock', 'finish')).toBe('finished');
    expect(walk(roundStates, 'open', 'finish')).toBe('finished');
  });

  it('a mail handed over is never taken over: it is sent, failed, tried again or unconfirmed', () => {
    expect(walk(messageStates, 'claim', 'take_over', 'send', 'retry', 'claim', 'send', 'confirm')).toBe('sent');
    expect(messageStates.commands('sending')).toEqual(['confirm', 'fail', 'retry', 'lose']);
    expect(messageStates.next('unconfirmed', 'retry')).toMatchObject({ refused: true });
  });

  it('a session without a quorum is postponed and called again', () => {
    expect(walk(sessionStates, 'open', 'postpone', 'call', 'open', 'count', 'record')).toBe('recorded');
  });
});

describe('a refusal', () => {
  it('speaks Vietnamese and says state and command by their words', () => {
    expect(reviewedStates.next('scheduled', 'submit')).toEqual({
      refused: true,
      code: 'illegal-step',
      reason: 'Không thể nộp khi đang ở trạng thái “chưa mở”.',
      data: { state: 'scheduled', command: 'submit' },
    });
    expect(refuse('verified-above-max', { criterion: 'A', points: 10.5, max: 10 }).reason).toBe(
      'Điểm thẩm tra 10,5 của tiêu chí “A” vượt điểm tối đa 10.',
    );
  });
});
