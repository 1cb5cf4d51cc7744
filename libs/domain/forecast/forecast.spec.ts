import { instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import { forecast } from './forecast.js';
import { aDuty, aForecast, aStep, only } from './forecast.fixture.js';
import type { ForecastEntry } from './forecast.types.js';

const when = ({ at, kind, rung }: ForecastEntry): string => `${localDateOf(at)} ${localTimeOf(at)} ${rung ?? kind}`;

describe('the forecast of a campaign', () => {
  it('tells the life of one report that nobody hands in, from the launch to the end', () => {
    expect(forecast(aForecast([aStep()])).map(when)).toEqual([
      '2023-06-01 09:00 launched',
      '2023-06-01 09:00 step_opened',
      '2023-06-05 07:00 open',
      '2023-06-05 08:00 mail',
      '2023-06-08 07:00 remind-5',
      '2023-06-08 08:00 mail',
      '2023-06-13 07:00 remind-2',
      '2023-06-13 08:00 mail',
      '2023-06-15 23:59 overdue',
      '2023-06-16 07:00 urge+1',
      '2023-06-16 08:00 mail',
      '2023-06-20 07:00 escalate+3',
      '2023-06-20 08:00 mail',
      '2023-06-22 07:00 escalate+5',
      '2023-06-22 08:00 mail',
      '2023-06-23 23:59 lock',
      '2023-06-23 23:59 round_finished',
      '2023-06-23 23:59 step_finished',
      '2023-06-23 23:59 concluded',
      '2023-06-23 23:59 closed',
    ]);
  });

  it('names owners, and counts whom a rung speaks to', () => {
    const entries = forecast(aForecast([aStep()]));
    const owner = ['x1:focal', 'x2:focal', 'x3:focal'];
    expect(only(entries, 'open')).toMatchObject([{ obligations: 3, rounds: 1, owner, recipients: { posts: owner } }]);
    const [third] = only(entries, 'escalate');
    expect(third!.recipients).toEqual({
      audiences: { head: 3, superior: 3, standing_body: 3 },
      posts: ['office:focal', 'office:head', 'x1:head', 'x2:head', 'x3:head'],
    });
    expect(only(entries, 'lock')[0]).toMatchObject({ owner: [], recipients: null });
  });

  it('folds a morning into one letter per person', () => {
    const input = aForecast([aStep(), aStep({ id: 'second', title: 'Báo cáo hai' })]);
    const { organisation } = input;
    const same = ['x1:focal', 'x2:focal'];
    const holders = organisation.holders.map((one) => (same.includes(one.post) ? { ...one, person: 'p-both' } : one));
    const persons = [...organisation.persons, { id: 'p-both', email: 'both@test' }];
    const [first] = only(forecast({ ...input, organisation: { ...organisation, holders, persons } }), 'mail');
    expect(first!.obligations).toBe(6);
    expect(first!.letters).toEqual([
      { person: 'p-both', posts: same, notices: 4, outcome: 'sent' },
      { person: 'p-x3:focal', posts: ['x3:focal'], notices: 2, outcome: 'sent' },
    ]);
  });

  it('lets mail wait for the next working morning, and withdraws what lapsed meanwhile', () => {
    // opened on a Saturday, lapsed on the Sunday
    const due = { kind: 'by', date: '2023-06-10' } as const;
    const weekend = aStep({ opens: '2023-06-10', duties: [aDuty({ due, lockAfterMs: 3_600_000, ladder: 'pledge' })] });
    const [mail] = only(forecast(aForecast([weekend])), 'mail');
    expect(when(mail!)).toBe('2023-06-12 08:00 mail');
    expect(mail!.letters.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(mail!.recipients).toBeNull();
  });

  it('sends instant notices at once, each on its own', () => {
    const due = { kind: 'instant', afterMs: 5000 } as const;
    const { opens: _, ...drill } = aStep({ duties: [aDuty({ due, lockAfterMs: 3000, ladder: 'drill' })] });
    const mails = only(forecast(aForecast([drill])), 'instant_mail');
    expect(mails.map(({ at }) => at.getTime() - instantAt('2023-06-01', '09:00').getTime())).toEqual([
      0, 4000, 5500, 6000,
    ]);
    expect(mails.map(({ letters }) => letters.length)).toEqual([3, 3, 3, 3]);
  });

  it('skips with the ground, and opens what follows from a lock at once', () => {
    const after = [
      { step: 'event', is: 'finished' },
      { step: 'report', is: 'finished' },
    ] as const;
    const steps = [
      aStep(),
      aStep({ id: 'event', kind: 'event', skip: { ground: 'không có' }, duties: [] }),
      aStep({ id: 'self-score', kind: 'self_score', after: [...after], duties: [aDuty({ kind: 'self_score' })] }),
    ];
    const entries = forecast(aForecast(steps));
    expect(only(entries, 'step_skipped')).toMatchObject([{ step: 'event', ground: 'không có' }]);
    expect(only(entries, 'step_opened').map((one) => `${when(one)} ${one.step}`)).toEqual([
      '2023-06-01 09:00 step_opened report',
      '2023-06-23 23:59 step_opened self-score',
    ]);
  });

  it('comes to rest where somebody has to enter something, and names whose turn it is', () => {
    const steps = [
      aStep({ id: 'event', kind: 'event', duties: [aDuty({ kind: 'event', ladder: 'entered' })] }),
      aStep({ id: 'final', after: [{ step: 'event', is: 'finished' }] }),
      aStep({ id: 'follow-up', kind: 'follow_up', duties: [aDuty({ kind: 'follow_up' })] }),
    ];
    const entries = forecast(aForecast(steps));
    const rests = only(entries, 'rests');
    expect(entries.slice(-3)).toEqual(rests);
    expect(rests.map(({ step, warning }) => [step, warning![0]!.code, warning![0]!.data])).toEqual([
      ['event', 'waits-for-ever', { count: 3, posts: 'x1:focal, x2:focal, x3:focal' }],
      ['final', 'never-opens', { steps: 'Báo cáo' }],
      ['follow-up', 'never-opens', { steps: 'conclusion' }],
    ]);
    expect(rests[0]!.owner).toEqual(['x1:focal', 'x2:focal', 'x3:focal']);
  });

  it('calls the council, counts no votes, and waits for the minutes', () => {
    const vote = aDuty({ kind: 'vote', level: 'vote', owes: { units: ['council'] }, lockAfter: 0, ladder: 'vote' });
    const minutes = aDuty({
      kind: 'minutes',
      level: 'minutes',
      owes: { units: ['office'] },
      to: { unit: 'd' },
      ladder: 'entered',
    });
    const within = (days: number) => ({ due: { kind: 'within_working_days', days, from: 'opened' } }) as const;
    const council = aStep({
      id: 'council',
      kind: 'council',
      after: [{ step: 'none', is: 'finished' }],
      duties: [
        { ...vote, ...within(4) },
        { ...minutes, ...within(6) },
      ],
      council: {
        unit: 'council',
        members: ['council:member-1', 'council:member-2', 'council:member-3'],
        secretary: 'office:focal',
        meetsAfter: 4,
        time: '14:00',
        award: 'emulation_flag_provincial',
        candidates: 1,
      },
    });
    const none = aStep({ id: 'none', skip: { ground: 'không' }, duties: [] });
    const told = forecast(aForecast([none, council])).filter(({ step }) => step === 'council');
    expect(told.map((one) => `${when(one)} ${one.level ?? ''} ${one.obligations}`.trim())).toEqual([
      '2023-06-05 07:00 session_called  3',
      '2023-06-05 07:00 step_opened  3',
      '2023-06-05 07:00 open vote 3',
      '2023-06-08 07:00 remind-1 vote 3',
      '2023-06-09 23:59 overdue vote 3',
      '2023-06-09 23:59 lock vote 3',
      '2023-06-09 23:59 round_finished vote 0',
      '2023-06-09 23:59 session_counted  0',
      '2023-06-09 23:59 minutes_asked  1',
      '2023-06-09 23:59 open minutes 1',
      '2023-06-13 23:59 overdue minutes 1',
      '2023-06-14 07:00 urge+1 minutes 1',
      '2023-06-16 07:00 escalate+3 minutes 1',
      '2023-06-16 08:00 rests minutes 1',
    ]);
  });
});
