import { ruleBook } from '#libs/rules';
import { endOfDay, instantAt } from '../time/local-date.js';
import { urgencyOf } from './urgency.js';

const calendar = ruleBook.calendar('vn-5d');
/** National day 2024: Monday 2 and Tuesday 3 September off. */
const friday = instantAt('2024-08-30', '09:00');
const of = (day: string, state: 'open' | 'returned' | 'scheduled' = 'open', now = friday) =>
  urgencyOf({ state, dueAt: endOfDay(day) }, now, calendar);

describe('where a piece of work stands in its owner’s day', () => {
  it('counts working days over a weekend and a holiday', () => {
    expect(of('2024-09-04')).toEqual({ group: 'soon', workingDaysLeft: 1 });
    expect(of('2024-09-06')).toEqual({ group: 'soon', workingDaysLeft: 3 });
    expect(of('2024-09-09')).toEqual({ group: 'later', workingDaysLeft: 4 });
  });

  it('calls what is due today due, and overdue only after its instant', () => {
    expect(of('2024-08-30')).toEqual({ group: 'today', workingDaysLeft: 0 });
    expect(of('2024-08-30', 'open', endOfDay('2024-08-30'))).toEqual({ group: 'today', workingDaysLeft: 0 });
    const justAfter = new Date(endOfDay('2024-08-30').getTime() + 1);
    expect(of('2024-08-30', 'open', justAfter)).toEqual({ group: 'overdue', workingDaysLeft: 0 });
    expect(of('2024-08-30', 'open', instantAt('2024-09-04', '09:00')).workingDaysLeft).toBe(-1);
  });

  it('lets grace pass before it says overdue', () => {
    const work = { state: 'open' as const, dueAt: endOfDay('2024-08-29'), graceUntil: endOfDay('2024-08-30') };
    expect(urgencyOf(work, friday, calendar).group).toBe('today');
    expect(urgencyOf(work, instantAt('2024-09-04', '07:00'), calendar).group).toBe('overdue');
  });

  it('keeps what came back apart until it presses, and what waits for others out of the way', () => {
    expect(of('2024-09-06', 'returned').group).toBe('returned');
    expect(of('2024-08-30', 'returned').group).toBe('today');
    expect(of('2024-09-04', 'scheduled').group).toBe('later');
    const dueAt = endOfDay('2024-08-20');
    expect(urgencyOf({ state: 'submitted', dueAt }, friday, calendar)).toEqual({
      group: 'waiting',
      workingDaysLeft: null,
    });
    expect(urgencyOf({ state: 'accepted', dueAt }, friday, calendar)).toEqual({ group: 'done', workingDaysLeft: null });
  });
});
