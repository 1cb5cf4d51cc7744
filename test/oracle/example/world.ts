import { type Dump } from '../dump.types.js';
import { actions, at, obligations, submissions } from './facts.js';
import { messages, notices } from './mail.js';
import { plan } from './plan.js';
import { calendar, ladders, people } from './rules.js';

const step = (id: string, kind: string, opened: string, finishedAt: string) => ({
  id,
  kind,
  state: 'finished',
  at: opened,
  finishedAt,
});

/** Two weeks of a small district as they had to be, every figure counted by hand. A fresh copy each time. */
export function example(): Dump {
  return structuredClone({
    seed: 1,
    calendars: { vn: calendar },
    ladders,
    ...people,
    plans: [plan],
    campaigns: [
      {
        code: 'P',
        state: 'closed',
        launchedAt: at(2, '10:00'),
        concludedAt: at(11, '14:00'),
        closedAt: at(11, '14:00'),
        steps: [
          step('c', 'covenant', at(2, '10:00'), at(4, '09:00')),
          {
            id: 'x',
            kind: 'interim_review',
            state: 'skipped',
            at: at(2, '10:00'),
            finishedAt: null,
            ground: 'not in the plan',
          },
          // B's report lapses at the end of the 9th, A's is accepted the day after
          step('r', 'report', at(3, '07:00'), at(10, '11:00')),
          step('d', 'decision', at(10, '11:00'), at(11, '14:00')),
        ],
      },
    ],
    actions,
    obligations,
    notices,
    messages,
    caught: messages.map((m) => ({ messageId: m.messageId, to: m.to!.address, receivedAt: m.sentAt! })),
    submissions,
    sessions: [],
    headers: [
      { _id: 'P.c.commune.D', totals: [], expected: 2, onTime: 2, late: 0, nil: 0, returned: 0 },
      {
        _id: 'P.r.commune.D',
        totals: [
          { target: 'T1', method: 'sum', value: '0.3' },
          { target: 'T2', method: 'ratio', value: 62.5 },
        ],
        expected: 2,
        onTime: 1,
        late: 0,
        nil: 0,
        returned: 1,
      },
      { _id: 'P.d.standing.D', totals: [], expected: 1, onTime: 1, late: 0, nil: 0, returned: 0 },
    ],
  } satisfies Dump);
}
