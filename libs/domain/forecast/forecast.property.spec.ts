import fc from 'fast-check';
import { ruleBook } from '#libs/rules';
import { isWorkingDay } from '../calendar/working-days.js';
import type { DutyKind, StepSpec } from '../plan/plan.types.js';
import { addDays, localDateOf, localTimeOf } from '../time/local-date.js';
import { forecast } from './forecast.js';
import { aDuty, aForecast, aStep, only } from './forecast.fixture.js';
import type { ForecastEntry, ForecastInput } from './forecast.types.js';

const KINDS: DutyKind[] = ['report', 'covenant', 'event', 'self_score', 'proposal'];
const LADDERS = ['report', 'pledge', 'entered', 'vote', 'drill'];
const LEVELS = {
  commune: { owes: { kinds: ['commune'] }, to: { unit: 'office' } },
  office: { owes: { units: ['office'] }, to: { unit: 'd' } },
  council: { owes: { units: ['council'] }, to: 'parent' as const },
};

const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2023-06-01', n));
const duty = fc
  .record({
    level: fc.constantFrom(...(Object.keys(LEVELS) as (keyof typeof LEVELS)[])),
    kind: fc.constantFrom(...KINDS),
    ladder: fc.constantFrom(...LADDERS),
    date: day,
    lockAfter: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ level, date, ...rest }) => aDuty({ ...rest, level, ...LEVELS[level], due: { kind: 'by', date } }));

/** Steps that wait for nothing, or for one before them; some have a fixed day. */
const steps = fc
  .array(
    fc.record({
      opens: fc.option(day),
      waits: fc.nat(3),
      skipped: fc.boolean(),
      duties: fc.array(duty, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ opens, waits, skipped, duties }, n): StepSpec => {
      const { opens: _, ...rest } = aStep({ id: `s${n}`, title: `s${n}` });
      const one = [...new Map(duties.map((each) => [each.level, each])).values()];
      const after = n > 0 && waits > 0 ? [{ step: `s${Math.max(0, n - waits)}`, is: 'finished' as const }] : [];
      const skip = skipped && waits === 0 ? { skip: { ground: 'không' } } : {};
      return {
        ...rest,
        ...(opens === null ? {} : { opens }),
        ...skip,
        after,
        duties: skipped && waits === 0 ? [] : one,
      };
    }),
  );

/** Some posts are vacant, some people have no mailbox. */
const input = fc.tuple(steps, fc.func(fc.nat(5))).map(([drawn, luck]): ForecastInput => {
  const made = aForecast(drawn);
  const { organisation } = made;
  const holders = organisation.holders.filter(({ id }) => luck(id) > 0);
  const persons = organisation.persons.map((one) => (luck(one.id) === 0 ? { ...one, email: null } : one));
  return { ...made, organisation: { ...organisation, holders, persons } };
});

const sum = (entries: ForecastEntry[], of: (entry: ForecastEntry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);
const owed = (entries: ForecastEntry[]): number => sum(entries, ({ obligations }) => obligations);

describe('every forecast', () => {
  it('runs forward in time and ends either closed or at rest', () => {
    fc.assert(
      fc.property(input, (one) => {
        const entries = forecast(one);
        const instants = entries.map(({ at }) => at.getTime());
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(only(entries, 'closed').length > 0).toBe(only(entries, 'rests').length === 0);
      }),
    );
  });

  it('loses no obligation: what was laid out opens, and what opens lapses or waits for somebody', () => {
    fc.assert(
      fc.property(input, (one) => {
        const entries = forecast(one);
        expect(owed(only(entries, 'open'))).toBe(owed(only(entries, 'step_opened')));
        expect(owed(only(entries, 'open'))).toBe(owed(only(entries, 'lock')) + owed(only(entries, 'rests')));
        const opened = sum(only(entries, 'step_opened'), ({ rounds }) => rounds);
        const over = sum(only(entries, 'round_finished', 'rests'), ({ rounds }) => rounds);
        expect(over).toBe(opened);
      }),
    );
  });

  it('writes to each person once a morning, on working days at eight, and leaves no notice behind', () => {
    const calendar = ruleBook.calendar('vn-5d');
    fc.assert(
      fc.property(input, (one) => {
        const entries = forecast(one);
        for (const { at, letters } of only(entries, 'mail')) {
          expect([localTimeOf(at), isWorkingDay(calendar, localDateOf(at))]).toEqual(['08:00', true]);
          const persons = letters.flatMap(({ person }) => person ?? []);
          expect(new Set(persons).size).toBe(persons.length);
        }
        const told = only(entries, 'open', 'remind', 'urge', 'escalate').flatMap(
          ({ recipients }) => recipients?.posts ?? [],
        );
        const written = only(entries, 'mail', 'instant_mail').flatMap(({ letters }) =>
          letters.flatMap(({ posts }) => posts),
        );
        expect(new Set(written)).toEqual(new Set(told));
      }),
    );
  });

  it('follows from its input alone: neither the order of records nor a second run changes it', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { units, edges, posts, persons, holders } = one.organisation;
        const turned = [units, edges, posts, persons, holders].map((records) => [...(records as unknown[])].reverse());
        const [u, e, p, n, h] = turned as [typeof units, typeof edges, typeof posts, typeof persons, typeof holders];
        const again = { ...one, organisation: { units: u, edges: e, posts: p, persons: n, holders: h } };
        expect(forecast(again)).toEqual(forecast(one));
      }),
    );
  });
});
