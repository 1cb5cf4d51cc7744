import fc from 'fast-check';
import { instantAt } from '#libs/domain';
import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import type { Actor, ObligationCommand } from '../obligation/commands.types.js';
import { decide } from '../obligation/decide.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { changedParts } from './parts.js';
import { openParts } from './remarks.js';

const note = { id: 'n', hash: 'h' };
const submit = (more: object = {}): ObligationCommand => ({
  type: 'submit',
  submission: 's',
  contentHash: 'abc',
  nil: false,
  ...more,
});
const remark = (path: string) => ({ path, reason: 'no-evidence', note });

function after(o: Obligation, ...commands: [ObligationCommand, Actor?][]): Obligation {
  return commands.reduce((so, [command, actor = reviewer]) => {
    const decision = decide(so, command, {
      now: instantAt('2025-06-10', '09:00'),
      actor,
      rules,
      campaign: { cancelled: false, closed: false },
    });
    if (decision.refused) throw new Error(decision.code);
    return { ...so, ...decision.next, revision: so.revision + 1, version: so.version + 1 };
  }, o);
}
const returned = (): Obligation =>
  after(
    openReport(),
    [submit(), focal],
    [{ type: 'receive' }],
    [{ type: 'return', note, remarks: [remark('figures.T1'), remark('narrative')] }],
  );

describe('a report returned by its parts', () => {
  it('opens only what was remarked on, and asks for an answer to each remark', () => {
    const o = returned();
    expect(openParts(o)).toEqual(['figures.T1', 'narrative']);
    expect(() => after(o, [submit(), focal])).toThrow('remarks-unanswered');
    expect(() => after(o, [submit({ replies: [{ remark: 'r1.1', note }] }), focal])).toThrow('remarks-unanswered');
    expect(() => after(o, [submit({ replies: [{ remark: 'r9.9', note }] }), focal])).toThrow('reply-to-nothing');
    const again = after(o, [submit({ replies: ['r1.1', 'r1.2'].map((one) => ({ remark: one, note })) }), focal]);
    expect(again.remarks!.map(({ id, round, state }) => [id, round, state])).toEqual([
      ['r1.1', 1, 'answered'],
      ['r1.2', 1, 'answered'],
    ]);
  });

  it('is accepted only when every answer was taken, and keeps the remarks of all rounds', () => {
    const replies = ['r1.1', 'r1.2'].map((one) => ({ remark: one, note }));
    const again = after(returned(), [submit({ replies }), focal], [{ type: 'receive' }]);
    expect(() => after(again, [{ type: 'accept' }])).toThrow('remarks-open');
    expect(() => after(again, [{ type: 'accept', resolve: ['r1.1'] }])).toThrow('remarks-open');
    const twice = after(again, [{ type: 'return', note, remarks: [remark('figures.T1')] }]);
    expect(openParts(twice)).toEqual(['figures.T1']);
    const third = after(twice, [submit({ replies: [{ remark: 'r2.1', note }] }), focal], [{ type: 'receive' }]);
    const done = after(third, [{ type: 'accept', resolve: ['r1.1', 'r1.2', 'r2.1'] }]);
    expect([done.state, done.remarks!.map(({ id, state }) => `${id} ${state}`)]).toEqual([
      'accepted',
      ['r1.1 resolved', 'r1.2 resolved', 'r2.1 resolved'],
    ]);
  });

  it('taken back, its answers go with it', () => {
    const replies = ['r1.1', 'r1.2'].map((one) => ({ remark: one, note }));
    const back = after(returned(), [submit({ replies }), focal], [{ type: 'withdraw', note }, focal]);
    expect(back.remarks!.map(({ state }) => state)).toEqual(['unanswered', 'unanswered']);
    expect(openParts(back)).toEqual(['figures.T1', 'narrative']);
  });

  it('returned as a whole as ever: everything is open and nothing has to be answered', () => {
    const o = after(openReport(), [submit(), focal], [{ type: 'receive' }], [{ type: 'return', note }]);
    expect(openParts(o)).toBeNull();
    expect(after(o, [submit(), focal], [{ type: 'receive' }], [{ type: 'accept' }]).state).toBe('accepted');
  });

  it('is bound to what was handed in: another content, or the same person in another post, is refused', () => {
    const person = { ...reviewer, person: focal.person };
    const o = after(openReport(), [submit(), focal]);
    expect(() => after(o, [{ type: 'receive' }, person])).toThrow('own-work');
    expect(() => after(o, [{ type: 'receive', contentHash: 'other' }])).toThrow('content-changed');
    expect(after(o, [{ type: 'receive', contentHash: 'abc' }]).state).toBe('received');
  });
});

describe('the parts in which two reports differ', () => {
  it('names figures by target and sections by name, and passes over what comes from below', () => {
    const figure = (target: string, value: number) => ({ target, value, status: 'final' });
    const was = {
      figures: [figure('T1', 1), figure('T2', 2), figure('T3', 3)],
      sections: { a: 'x', b: 'y' },
      narrative: 'cũ',
    };
    const now = { figures: [figure('T3', 9), figure('T2', 2.5)], sections: { b: 'y', a: 'z' }, narrative: 'cũ' };
    expect(changedParts(was, now, ['T3']).map(({ path }) => path)).toEqual(['figures.T1', 'figures.T2', 'sections.a']);
  });

  it('finds nothing between a content and the same one with its fields in another order', () => {
    const content = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue());
    fc.assert(
      fc.property(content, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(changedParts(one, turned)).toEqual([]);
      }),
    );
  });
});
