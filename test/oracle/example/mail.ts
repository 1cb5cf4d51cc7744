import { type Dump, type NoticeRow } from '../dump.types.js';
import { AC, AR, at, BC, BR, DD } from './facts.js';

interface Told {
  key: [obligation: string, version: number, rung: string, post: string];
  act: string;
  audience: string;
  at: string;
  /** Slot of a digest; absent for an instant notice. */
  slotAt?: string;
  message?: string;
}

const phases = ['', 'submission', 'review', 'resubmission', 'review'];

function told({ key: [obligation, clockVersion, rung, post], ...t }: Told): NoticeRow {
  return {
    _id: [obligation, clockVersion, rung, post].join('|'),
    campaign: 'P',
    obligation,
    clockVersion,
    phase: phases[clockVersion]!,
    rung,
    act: t.act,
    audience: t.audience,
    post,
    class: t.slotAt ? 'digest' : 'instant',
    slot: t.slotAt ?? null,
    slotAt: t.slotAt ?? null,
    message: t.message ?? null,
    state: t.message ? 'sent' : 'withdrawn',
    reason: t.message ? null : 'no longer owed',
    at: t.at,
  };
}

const digest = (key: Told['key'], act: string, audience: string, from: string, slotAt: string, message?: string) =>
  told({ key, act, audience, at: from, slotAt, message });

/** Counted by hand, in order of time. */
export const notices: NoticeRow[] = [
  // covenants open with the launch on Monday 2 at 10:00, after that day's mail; A has signed before the next one
  digest([AC, 1, 'open', 'A:focal'], 'open', 'focal', at(2, '10:00'), at(3, '08:00')),
  digest([BC, 1, 'open', 'B:focal'], 'open', 'focal', at(2, '10:00'), at(3, '08:00'), 'm2'),
  digest([AR, 1, 'open', 'A:focal'], 'open', 'focal', at(3, '07:00'), at(3, '08:00'), 'm1'),
  digest([BR, 1, 'open', 'B:focal'], 'open', 'focal', at(3, '07:00'), at(3, '08:00'), 'm2'),
  // last working day is Thursday 5 for both: reminders on the 4th; B signs an hour after the mail
  digest([BC, 1, 'r-1', 'B:focal'], 'remind', 'focal', at(4, '07:00'), at(4, '08:00'), 'm4'),
  digest([AR, 1, 'r-1', 'A:focal'], 'remind', 'focal', at(4, '07:00'), at(4, '08:00'), 'm3'),
  digest([BR, 1, 'r-1', 'B:focal'], 'remind', 'focal', at(4, '07:00'), at(4, '08:00'), 'm4'),
  // one working day after Friday 6 is Saturday 7, the next Monday 9; B has no head, so its mail goes to the district's
  digest([BR, 1, 'u+1', 'B:focal'], 'urge', 'focal', at(7, '07:00'), at(7, '08:00'), 'm5'),
  digest([BR, 1, 'u+1', 'B:head'], 'urge', 'head', at(7, '07:00'), at(7, '08:00'), 'm6'),
  digest([BR, 1, 'e+2', 'D:head'], 'escalate', 'superior', at(9, '07:00'), at(9, '08:00'), 'm7'),
  // A's report of Thursday 5 is to be reviewed until Monday 9; it is sent back at 10:00, due on the 10th
  digest([AR, 2, 'rv0', 'D:focal'], 'remind', 'reviewer', at(9, '07:00'), at(9, '08:00'), 'm8'),
  told({
    key: [AR, 3, 'returned', 'A:focal'],
    act: 'returned',
    audience: 'focal',
    at: at(9, '10:00'),
    message: 'm9',
  }),
  digest([AR, 3, 'rt0', 'A:focal'], 'remind', 'focal', at(10, '07:00'), at(10, '08:00'), 'm10'),
  digest([DD, 1, 'open', 'D:focal'], 'open', 'focal', at(10, '11:00'), at(11, '08:00'), 'm11'),
];

const mail = (_id: string, person: string, address: string, sentAt: string): Dump['messages'][number] => ({
  _id,
  slot: sentAt,
  person,
  to: { name: person, address },
  state: 'sent',
  messageId: `<${_id}@dondoc>`,
  reason: null,
  at: sentAt,
  sentAt,
});

export const messages: Dump['messages'] = [
  mail('m1', 'af', 'af@x.vn', at(3, '08:00')),
  mail('m2', 'bf', 'b@x.vn', at(3, '08:00')),
  mail('m3', 'af', 'af@x.vn', at(4, '08:00')),
  mail('m4', 'bf', 'b@x.vn', at(4, '08:00')),
  mail('m5', 'bf', 'b@x.vn', at(7, '08:00')),
  mail('m6', 'dh', 'dh@x.vn', at(7, '08:00')),
  mail('m7', 'dh', 'dh@x.vn', at(9, '08:00')),
  mail('m8', 'df', 'df@x.vn', at(9, '08:00')),
  mail('m9', 'af', 'af@x.vn', at(9, '10:00')),
  mail('m10', 'af', 'af@x.vn', at(10, '08:00')),
  mail('m11', 'df', 'df@x.vn', at(11, '08:00')),
];
