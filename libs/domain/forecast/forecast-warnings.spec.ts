import { forecast } from './forecast.js';
import { aDuty, aForecast, aStep, only, warned } from './forecast.fixture.js';
import type { ForecastInput } from './forecast.types.js';

/** Without the year's own warning: the days off of 2023 are computed here. */
const codes = (input: ForecastInput): string[] => warned(forecast(input)).filter((one) => !one.includes('unconfirmed'));

/** The organisation of the input without the holders of these posts. */
function without(input: ForecastInput, ...posts: string[]): ForecastInput {
  const { organisation } = input;
  const holders = organisation.holders.filter(({ post }) => !posts.includes(post));
  return { ...input, organisation: { ...organisation, holders } };
}

describe('the forecast warns', () => {
  it('of nothing where all is well', () => {
    expect(codes(aForecast([aStep()]))).toEqual([]);
  });

  it('of a due date on a day of rest, with the last working day before it', () => {
    // 2 September 2023 is a Saturday and National Day; the first is a day off too
    const entries = forecast(aForecast([aStep({ duties: [aDuty({ due: { kind: 'by', date: '2023-09-02' } })] })]));
    const [overdue] = only(entries, 'overdue');
    expect(overdue!.warning).toEqual([{ code: 'due-on-rest-day', data: { day: '2023-09-02', before: '2023-08-31' } }]);
  });

  it('of a vacant post, and says who gets its mail', () => {
    const [, , reminded] = only(forecast(without(aForecast([aStep()]), 'x1:head')), 'mail');
    expect(reminded!.warning).toEqual([{ code: 'vacant-post', data: { count: 1, posts: 'x1:head → d:head' } }]);
  });

  it('of a holder whom no mail can reach, unless the office has a mailbox', () => {
    const input = aForecast([aStep()]);
    const { organisation } = input;
    const persons = organisation.persons.map((one) => (one.id === 'p-x2:focal' ? { ...one, email: null } : one));
    const mute = { ...input, organisation: { ...organisation, persons } };
    expect(only(forecast(mute), 'mail')[0]!.warning).toEqual([
      { code: 'no-mailbox', data: { count: 1, posts: 'x2:focal → x2:head' } },
    ]);
    const posts = organisation.posts.map((one) => (one.id === 'x2:focal' ? { ...one, mailbox: 'x2@test' } : one));
    expect(codes({ ...mute, organisation: { ...organisation, persons, posts } })).toEqual([]);
  });

  it('of a unit that reaches nobody, and counts its letter as failed', () => {
    const [first] = only(forecast(without(aForecast([aStep()]), 'x3:focal', 'x3:head', 'd:head')), 'mail');
    expect(first!.warning).toEqual([{ code: 'unreachable', data: { count: 1, posts: 'x3:focal' } }]);
    expect(first!.letters.find(({ outcome }) => outcome === 'failed')).toEqual({
      person: null,
      posts: ['x3:focal'],
      notices: 0,
      outcome: 'failed',
    });
  });

  it('of a level with less than one working day between the dates', () => {
    const day = (date: string) => ({ due: { kind: 'by', date } }) as const;
    const upper = { level: 'office', owes: { units: ['office'] }, to: { unit: 'd' }, consolidates: true };
    const steps = (date: string) => [aStep({ duties: [aDuty(day('2023-06-16')), aDuty({ ...upper, ...day(date) })] })];
    // Fri 16 to Sun 18 June: no working day in between
    expect(codes(aForecast(steps('2023-06-18')))).toContain('open: starved-level');
    expect(codes(aForecast(steps('2023-06-19')))).not.toContain('open: starved-level');
  });

  it('of a step that opens after its own due day', () => {
    const late = aStep({ duties: [aDuty({ due: { kind: 'by', date: '2023-06-02' } })] });
    expect(codes(aForecast([late]))).toEqual(['open: opens-after-due']);
  });

  it('of a year whose days off are not decided, and of one that has no table', () => {
    const computed = aStep({ opens: '2028-06-05', duties: [aDuty({ due: { kind: 'by', date: '2028-06-15' } })] });
    expect(warned(forecast(aForecast([computed])))).toEqual(['open: calendar-unconfirmed']);
    const unknown = aStep({ opens: '2131-06-05', duties: [aDuty({ due: { kind: 'by', date: '2131-06-15' } })] });
    const entries = forecast(aForecast([unknown, aStep({ id: 'other' })]));
    expect(only(entries, 'step_stuck')).toMatchObject([
      { step: 'report', warning: [{ code: 'cannot-compute', cause: { code: 'unknown_calendar_year' } }] },
    ]);
    expect(only(entries, 'step_finished')).toMatchObject([{ step: 'other' }]);
    expect(only(entries, 'concluded')).toEqual([]);
  });

  it('of what is parked: the rung names nobody, the round never ends', () => {
    const input = aForecast([aStep()]);
    const entries = forecast({ ...input, plan: { ...input.plan, chairPost: '' } });
    expect(only(entries, 'parked')).toMatchObject([
      { obligations: 3, rounds: 1, warning: [{ code: 'cannot-compute', cause: { code: 'recipient_missing' } }] },
    ]);
    expect(only(entries, 'lock', 'round_finished', 'closed')).toEqual([]);
  });
});
