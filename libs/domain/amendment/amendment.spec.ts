import fc from 'fast-check';
import { instantAt } from '#libs/domain';
import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import type { Actor, ObligationCommand } from '../obligation/commands.types.js';
import { decide } from '../obligation/decide.js';
import type { Obligation } from '../obligation/obligation.types.js';
import type { Figure } from '../target/target.types.js';
import { amendedFigures } from './amended-figures.js';
import { proposeAmendment } from './propose-amendment.js';

const now = instantAt('2025-06-16', '09:00');
const note = { id: 'n', hash: 'h' };
const figure = (target: string, value: number | null): Figure => ({ target, value, status: 'final' });
const accepted = openReport({
  state: 'accepted',
  submission: 's1',
  attempt: 1,
  submittedAt: now,
  onTime: true,
  consolidates: 'r',
});
const moved = amendedFigures(['T1'], [figure('T1', 0.3)], [figure('T1', 0.4)]);

function decided(o: Obligation, command: Partial<ObligationCommand>, actor: Actor = reviewer) {
  const whole = { type: 'amend', n: 1, decision: 'next_period', note, ...command } as ObligationCommand;
  return decide(o, whole, { now, actor, rules, campaign: { cancelled: false, closed: false } });
}
const noted = (): Obligation => ({ ...accepted, ...proposeAmendment(accepted, moved, ['xa-9'], { now, rules })!.next });

describe('a change below a report that stands', () => {
  it('becomes a note with its figures, who has come, and a day by which the receiver decides', () => {
    expect(noted().amendment).toMatchObject({
      ...{ n: 1, state: 'proposed', submission: 's1', arrived: ['xa-9'] },
      dueAt: new Date(instantAt('2025-06-20').getTime() - 1),
      figures: [{ target: 'T1', was: { value: 0.3 }, now: { value: 0.4 } }],
    });
  });

  it('is told once, with a new number when it says something new, and heals by itself', () => {
    const again = (o: Obligation, figures = moved) => proposeAmendment(o, figures, [], { now, rules });
    expect(again(noted())).toBeNull();
    const further = amendedFigures(['T1'], [figure('T1', 0.3)], [figure('T1', 0.5)]);
    expect(again(noted(), further)).toMatchObject({ type: 'amendment_proposed', next: { amendment: { n: 2 } } });
    expect(again(noted(), [])).toMatchObject({
      type: 'amendment_healed',
      next: { amendment: null, amendments: [{ n: 1, state: 'healed' }] },
    });
    expect(again(accepted, [])).toBeNull();
    expect(again({ ...accepted, state: 'returned' })).toBeNull();
  });

  it('is taken in, booked or sent back by the receiver, never by who reported, and only as it was read', () => {
    const taken = decided(noted(), { decision: 'accept_now', submission: 's2', contentHash: 'abc' });
    expect(taken).toMatchObject({
      next: { submission: 's2', amendment: null, amendments: [{ state: 'accepted_now' }] },
      events: [{ type: 'amended' }],
    });
    expect(taken).not.toHaveProperty('next.attempt');
    expect(taken).not.toHaveProperty('next.onTime');
    expect(decided(noted(), {})).toMatchObject({
      next: { amendments: [{ state: 'next_period', decision: { by: reviewer.post } }] },
    });
    expect(decided(noted(), { decision: 'reopen' })).toMatchObject({
      next: { state: 'returned', returns: 1 },
      events: [{ type: 'reopened' }],
    });
    expect(decided(noted(), {}, focal)).toMatchObject({ code: 'own-work' });
    expect(decided(noted(), { n: 2 })).toMatchObject({ code: 'amendment-changed' });
    expect(decided(accepted, {})).toMatchObject({ code: 'no-amendment' });
    expect(decided({ ...noted(), state: 'submitted' }, { decision: 'reopen' })).toMatchObject({
      code: 'amendment-return-instead',
    });
  });

  it('goes with its report: returned as a whole, nothing is left to decide', () => {
    const back = decide(
      { ...noted(), state: 'received' },
      { type: 'return', note },
      { now, actor: reviewer, rules, campaign: { cancelled: false, closed: false } },
    );
    expect(back).toMatchObject({ next: { amendment: null, amendments: [{ n: 1, state: 'healed' }] } });
  });

  it('is no difference of review or estimate, but of every value and part; a booked change is told no more', () => {
    const some = fc.record({
      target: fc.constantFrom('A', 'B', 'C'),
      value: fc.option(fc.integer({ max: 9 })),
      status: fc.constantFrom('estimated' as const, 'final' as const),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { selector: ({ target }) => target }),
        fc.uniqueArray(some, { selector: ({ target }) => target }),
        (was, is) => {
          const targets = ['A', 'B', 'C'];
          const other = is.map((one) => ({ ...one, status: 'final' as const }));
          expect(amendedFigures(targets, was, is)).toEqual(amendedFigures(targets, was, other));
          expect(amendedFigures(targets, is, is)).toEqual([]);
          const booked = { ...noted().amendment!, figures: amendedFigures(targets, was, is) };
          expect(amendedFigures(targets, was, is, [booked])).toEqual([]);
        },
      ),
    );
  });
});
