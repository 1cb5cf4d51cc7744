import { type Duty, type Plan } from '../dump.types.js';

const pace = { lockAfter: 2, reviewWithin: 2, resubmitWithin: 1, ladder: 'std' };
const communes = { owes: { kinds: ['commune'] }, to: 'parent' as const, level: 'commune' };

const covenant: Duty = { ...pace, ...communes, kind: 'covenant', due: { kind: 'by', date: '2020-03-05' } };
const report: Duty = {
  ...pace,
  ...communes,
  kind: 'report',
  due: { kind: 'before', date: '2020-03-07' },
  targets: ['T1', 'T2'],
};
const decision: Duty = {
  ...pace,
  kind: 'decision',
  level: 'standing',
  owes: { units: ['D'] },
  to: { unit: 'D' },
  due: { kind: 'within_working_days', days: 3, from: 'opened' },
};

/** A covenant at once, a report laid out at launch for the next day, a decision when both are finished. */
export const plan: Plan = {
  code: 'P',
  launchingUnit: 'D',
  standingBody: 'D',
  chairPost: 'D:head',
  calendar: 'vn',
  participants: { kinds: ['commune'] },
  targets: [
    { id: 'T1', mode: 'each_unit', method: 'sum' },
    { id: 'T2', mode: 'each_unit', method: 'ratio' },
  ],
  steps: [
    { id: 'c', kind: 'covenant', after: [], duties: [covenant] },
    { id: 'x', kind: 'interim_review', skip: { ground: 'not in the plan' }, after: [], duties: [report] },
    { id: 'r', kind: 'report', opens: '2020-03-03', after: [], duties: [report] },
    {
      id: 'd',
      kind: 'decision',
      after: [
        { step: 'c', is: 'finished' },
        { step: 'r', is: 'finished' },
        { step: 'x', is: 'finished' },
      ],
      duties: [decision],
    },
  ],
};
