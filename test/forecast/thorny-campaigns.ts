import type { CampaignPlan, Duty, StepSpec } from '#libs/domain';
import type { World } from '../../apps/cli/src/demo/worlds/world.types.js';

const FROM = '2010-01-01';
const START = '2022-01-20';

/**
 * Two organisations in which mail has a hard time. In `p`: a head missing, a focal point without a mailbox, one that changes, one
 * person on two posts. In `q`: nobody at all.
 */
export function thornyWorld(): World {
  const world: World = { units: [], edges: [], posts: [], persons: [], holders: [] };
  const unit = (id: string, kind: string, parent: string | null, roles: string[]): void => {
    world.units.push({ id, name: id, kind, groups: [], validFrom: FROM, validTo: null, successors: [] });
    if (parent) world.edges.push({ id: `e-${id}`, unit: id, parent, validFrom: FROM, validTo: null });
    for (const role of roles)
      world.posts.push({ id: `${id}:${role}`, unit: id, role: 'focal', title: role, mailbox: null });
  };
  const person = (id: string, email: string | null = `${id}@thorny.test`): void => {
    world.persons.push({ id, name: id, email, phone: null });
  };
  const hold = (post: string, of: string, from = FROM, to: string | null = null): void => {
    world.holders.push({ id: `h-${post}-${of}`, post, person: of, from, to });
  };
  for (const root of ['p', 'q']) {
    unit(root, 'district', null, ['focal', 'head', 'chair']);
    unit(`${root}-office`, 'office', root, ['focal', 'head']);
    unit(`${root}-council`, 'council', root, ['member-1', 'member-2', 'member-3']);
    for (const n of [1, 2, 3]) unit(`${root}-x${n}`, 'commune', root, ['focal', 'head']);
  }
  for (const id of ['boss', 'office', 'x1-a', 'x1-b', 'x2-head', 'x3', 'member']) person(id);
  person('mute', null);
  for (const post of ['p:head', 'p:chair', 'p-x3:head']) hold(post, 'boss');
  for (const post of ['p-office:focal', 'p-office:head']) hold(post, 'office');
  hold('p-x1:focal', 'x1-a', FROM, '2022-02-23');
  hold('p-x1:focal', 'x1-b', '2022-02-24');
  hold('p-x2:focal', 'mute');
  hold('p-x2:head', 'x2-head');
  hold('p-x3:focal', 'x3');
  hold('p-council:member-1', 'member');
  return world;
}

const base = (root: string, code: string, steps: StepSpec[]): CampaignPlan => ({
  code,
  source: 'test',
  name: code,
  theme: null,
  issuer: root,
  number: null,
  issueDate: null,
  signatory: root,
  launchingUnit: root,
  standingBody: `${root}-office`,
  chairPost: `${root}:chair`,
  start: START,
  end: '2022-12-30',
  startInferred: false,
  endInferred: false,
  calendar: 'vn-5d',
  participants: { kinds: ['commune'] },
  targets: [],
  goals: [],
  duties: [],
  steps,
  award: { route: 'none', quota: 0, decidedBy: '', ground: '' },
  scoring: [],
  answers: [],
});

const duty = (root: string, more: Partial<Duty> & Pick<Duty, 'kind' | 'due'>): Duty => ({
  level: 'commune',
  owes: { kinds: ['commune'] },
  to: { unit: `${root}-office` },
  lockAfter: 3,
  reviewWithin: 2,
  resubmitWithin: 2,
  ladder: 'report',
  ...more,
});

const standing = (root: string): Pick<Duty, 'level' | 'owes' | 'to'> => ({
  level: 'standing',
  owes: { units: [`${root}-office`] },
  to: { unit: root },
});

/**
 * Goes on by itself to its end: opened on a day of rest, due on one, two levels on one day; seconds long; opened after its own
 * due day; skipped; without anybody who owes; followed up when it is over.
 */
export const closingPlan = (): CampaignPlan => {
  const sunday = { kind: 'by', date: '2022-02-27' } as const;
  return base('p', 'closing', [
    {
      id: 'report',
      kind: 'report',
      title: 'Báo cáo',
      opens: '2022-02-12',
      after: [],
      duties: [
        duty('p', { kind: 'report', due: sunday }),
        duty('p', { kind: 'report', due: sunday, ...standing('p'), consolidates: true }),
      ],
    },
    {
      id: 'drill',
      kind: 'report',
      title: 'Diễn tập',
      after: [{ step: 'report', is: 'finished' }],
      duties: [
        duty('p', { kind: 'report', due: { kind: 'instant', afterMs: 5000 }, lockAfterMs: 3000, ladder: 'drill' }),
      ],
    },
    {
      id: 'late',
      kind: 'self_score',
      title: 'Mở muộn',
      opens: '2022-03-10',
      after: [{ step: 'drill', is: 'opened' }],
      duties: [duty('p', { kind: 'self_score', due: { kind: 'by', date: '2022-03-05' } })],
    },
    { id: 'event', kind: 'event', title: 'Sự kiện', skip: { ground: 'không có' }, after: [], duties: [] },
    {
      id: 'nobody',
      kind: 'report',
      title: 'Không ai phải làm',
      after: [{ step: 'event', is: 'finished' }],
      duties: [duty('p', { kind: 'report', owes: { kinds: ['school'] }, due: sunday })],
    },
    {
      id: 'follow-up',
      kind: 'follow_up',
      title: 'Theo dõi',
      opens: '2022-05-03',
      after: [],
      duties: [duty('p', { kind: 'follow_up', due: { kind: 'within_working_days', days: 5, from: '2022-05-03' } })],
    },
  ]);
};

/** Comes to rest: a council without votes, minutes that nobody enters, a proposal that waits for them, nobody to write to. */
export const restingPlan = (): CampaignPlan =>
  base('q', 'resting', [
    {
      id: 'council',
      kind: 'council',
      title: 'Hội đồng',
      opens: '2022-02-10',
      after: [{ step: 'none', is: 'opened', atLatest: '2022-02-10' }],
      duties: [
        duty('q', {
          kind: 'vote',
          level: 'vote',
          owes: { units: ['q-council'] },
          due: { kind: 'within_working_days', days: 4, from: 'opened' },
          lockAfter: 0,
          ladder: 'vote',
        }),
        duty('q', {
          kind: 'minutes',
          ...standing('q'),
          due: { kind: 'within_working_days', days: 6, from: 'opened' },
          ladder: 'entered',
        }),
      ],
      council: {
        unit: 'q-council',
        members: ['q-council:member-1', 'q-council:member-2', 'q-council:member-3'],
        secretary: 'q-office:focal',
        meetsAfter: 4,
        time: '14:00',
        award: 'emulation_flag_provincial',
        answer: { yesShare: 0.8, attendanceShare: 0.6, ground: 'mẫu' },
        candidates: 3,
      },
    },
    { id: 'none', kind: 'report', title: 'Chờ mãi', after: [{ step: 'proposal', is: 'finished' }], duties: [] },
    {
      id: 'proposal',
      kind: 'proposal',
      title: 'Tờ trình',
      after: [{ step: 'council', is: 'finished' }],
      duties: [
        duty('q', {
          kind: 'proposal',
          due: { kind: 'within_working_days', days: 3, from: 'opened' },
          ...standing('q'),
        }),
      ],
    },
    {
      id: 'follow-up',
      kind: 'follow_up',
      title: 'Theo dõi',
      after: [],
      duties: [duty('q', { kind: 'follow_up', due: { kind: 'by', date: '2022-12-01' } })],
    },
  ]);
