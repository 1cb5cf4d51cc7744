import { type Dump, type Ladder, type WorkCalendar } from '../dump.types.js';

/** March 2020: Friday 6 is off, Saturday 7 is worked instead. */
export const calendar: WorkCalendar = {
  id: 'vn',
  weeklyRest: [0, 6],
  years: { '2020': { daysOff: [{ date: '2020-03-06' }], makeUpWorkdays: [{ date: '2020-03-07' }] } },
};

const day = (workingDays: number) => ({ anchor: 'due' as const, workingDays });

export const ladders: Record<string, Ladder> = {
  std: {
    id: 'std',
    rungs: [
      {
        id: 'open',
        act: 'open',
        at: { anchor: 'opens', workingDays: 0 },
        audience: ['focal'],
        class: 'digest',
      },
      { id: 'r-1', act: 'remind', at: day(-1), audience: ['focal'], class: 'digest' },
      { id: 'u+1', act: 'urge', at: day(1), audience: ['focal', 'head'], class: 'digest' },
      { id: 'e+2', act: 'escalate', at: day(2), audience: ['superior'], class: 'digest' },
    ],
  },
  review: {
    id: 'review',
    rungs: [{ id: 'rv0', act: 'remind', at: day(0), audience: ['reviewer'], class: 'digest' }],
  },
  return: {
    id: 'return',
    rungs: [{ id: 'rt0', act: 'remind', at: day(0), audience: ['focal'], class: 'digest' }],
  },
};

const since = { validFrom: '2019-01-01', validTo: null };
const post = (unit: string, role: string, mailbox: string | null = null) => ({
  id: `${unit}:${role}`,
  unit,
  role,
  mailbox,
});
const person = (id: string, email: string | null) => ({ id, name: id.toUpperCase(), email });
const holds = (person: string, of: string) => ({ post: of, person, from: '2019-01-01', to: null });

/** A district D with two communes A and B. Nobody is head of B; B's focal point has no mail of its own but an office mailbox. */
export const people: Pick<Dump, 'units' | 'edges' | 'posts' | 'persons' | 'holders'> = {
  units: [
    { id: 'D', kind: 'district', groups: [], ...since },
    { id: 'A', kind: 'commune', groups: [], ...since },
    { id: 'B', kind: 'commune', groups: [], ...since },
  ],
  edges: [
    { unit: 'A', parent: 'D', ...since },
    { unit: 'B', parent: 'D', ...since },
  ],
  posts: [
    post('D', 'focal'),
    post('D', 'head'),
    post('A', 'focal'),
    post('A', 'head'),
    post('B', 'focal', 'b@x.vn'),
    post('B', 'head', 'bh@x.vn'),
  ],
  persons: [
    person('df', 'df@x.vn'),
    person('dh', 'dh@x.vn'),
    person('af', 'af@x.vn'),
    person('ah', 'ah@x.vn'),
    person('bf', null),
  ],
  holders: [
    holds('df', 'D:focal'),
    holds('dh', 'D:head'),
    holds('af', 'A:focal'),
    holds('ah', 'A:head'),
    holds('bf', 'B:focal'),
  ],
};
