import { type Action, type Dump, type ObligationRow } from '../dump.types.js';

/** Local time of March 2020: `at(5, '15:00')`. */
export const at = (day: number, time: string): string =>
  new Date(`2020-03-${String(day).padStart(2, '0')}T${time}+07:00`).toISOString();
export const end = (day: number): string => at(day, '23:59:59.999');

export const [AC, BC, AR, BR, DD] = [
  'P.c.covenant.A.main',
  'P.c.covenant.B.main',
  'P.r.report.A.main',
  'P.r.report.B.main',
  'P.d.decision.D.main',
] as const;

const act = (when: string, type: string, obligation: string, facts: Partial<Action> = {}): Action => ({
  at: when,
  type,
  obligation,
  campaign: 'P',
  ...facts,
});
const submit = (when: string, obligation: string, submission: string) =>
  act(when, 'submit', obligation, { nil: false, submission });

/** A signs on the first afternoon, B two days later. A's report is sent back once; B never reports. */
export const actions: Action[] = [
  submit(at(2, '16:00'), AC, 's1'),
  submit(at(4, '09:00'), BC, 's2'),
  submit(at(5, '15:00'), AR, 's3'),
  act(at(9, '09:00'), 'receive', AR),
  act(at(9, '10:00'), 'return', AR),
  submit(at(10, '09:00'), AR, 's4'),
  act(at(10, '10:00'), 'receive', AR),
  act(at(10, '11:00'), 'accept', AR),
  submit(at(11, '14:00'), DD, 's5'),
];

const figures = (value: number, numerator: number) => ({
  figures: [
    { target: 'T1', value },
    { target: 'T2', value: null, numerator, denominator: 8 },
  ],
});
const stored = (_id: string, obligation: string, attempt: number, when: string, content: unknown = {}) => ({
  _id,
  obligation,
  attempt,
  at: when,
  content,
});

export const submissions: Dump['submissions'] = [
  stored('s1', AC, 1, at(2, '16:00')),
  stored('s2', BC, 1, at(4, '09:00')),
  stored('s3', AR, 1, at(5, '15:00'), figures(0.1, 3)),
  stored('s4', AR, 2, at(10, '09:00'), figures(0.3, 5)),
  stored('s5', DD, 1, at(11, '14:00')),
];

const clock = (version: number, phase: ObligationRow['clock']['phase'], opens: string, due: string, lock?: string) => ({
  version,
  phase,
  opensAt: opens,
  dueAt: due,
  lockAt: lock ?? null,
});

function owed(_id: string, receiver: string, level: string, facts: Partial<ObligationRow>): ObligationRow {
  const [campaign = '', step = '', kind = '', subject = '', line = ''] = _id.split('.');
  const none = { overdueAt: null, submittedAt: null, onTime: null, onTimeOriginal: null, nil: false };
  const base = { campaign, step, kind, subject, line, level, receiver, answeringUnit: subject };
  const round = [campaign, step, level, receiver].join('.');
  return { _id, ...base, round, ...none, returns: 0, attempt: 1, ...facts } as ObligationRow;
}

const planned = (day: number) => [
  { version: 1, dueAt: end(day), lastDay: `2020-03-${String(day).padStart(2, '0')}`, kind: 'plan' },
];
const inTime = (submittedAt: string) => ({ submittedAt, onTime: true, onTimeOriginal: true });

// covenant: due 5, locks two working days later: 7 (worked Saturday), 9; report: due 6 (a day off), locks 7, 9
const covenantClock = clock(1, 'submission', at(2, '10:00'), end(5), end(9));

export const obligations: ObligationRow[] = [
  owed(AC, 'D', 'commune', {
    state: 'done',
    clock: covenantClock,
    deadlines: planned(5),
    ...inTime(at(2, '16:00')),
  }),
  owed(BC, 'D', 'commune', {
    state: 'done',
    clock: covenantClock,
    deadlines: planned(5),
    ...inTime(at(4, '09:00')),
  }),
  owed(AR, 'D', 'commune', {
    state: 'accepted',
    // handed in again on the 10th; two working days for the review: 11, 12
    clock: clock(4, 'review', at(10, '09:00'), end(12)),
    deadlines: planned(6),
    ...inTime(at(5, '15:00')),
    returns: 1,
    attempt: 2,
  }),
  owed(BR, 'D', 'commune', {
    state: 'lapsed',
    clock: clock(1, 'submission', at(3, '07:00'), end(6), end(9)),
    deadlines: planned(6),
    overdueAt: end(6),
    attempt: 0,
  }),
  owed(DD, 'D', 'standing', {
    state: 'done',
    clock: clock(1, 'submission', at(10, '11:00'), end(13)),
    deadlines: planned(13),
    ...inTime(at(11, '14:00')),
  }),
];
