import type { ParentEdge, Post, Unit } from '../units/unit.types.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { ladderBook } from '#libs/rules';
import { validatePlan } from './check-plan.js';
import type { CampaignPlan, Duty, StepSpec } from './plan.types.js';

const unit = (id: string, kind: string): Unit => ({
  id,
  name: id,
  kind,
  groups: [],
  validFrom: '2000-01-01',
  validTo: null,
  successors: [],
});
const edge = (id: string, parent: string): ParentEdge => ({
  id,
  unit: id,
  parent,
  validFrom: '2000-01-01',
  validTo: null,
});
const units = [unit('p', 'province'), unit('sb', 'department'), unit('d1', 'district'), unit('d2', 'district')];
const edges = [edge('sb', 'p'), edge('d1', 'p'), edge('d2', 'p')];
const posts: Post[] = [{ id: 'p:chair', unit: 'p', role: 'chair', title: 'chair', mailbox: null }];
const calendar: WorkCalendar = {
  id: 'c',
  version: '1',
  weeklyRest: [0, 6],
  years: { 2026: { year: 2026, status: 'official', source: 's', daysOff: [], makeUpWorkdays: [] } },
};

const duty: Duty = {
  level: 'unit',
  kind: 'report',
  owes: { kinds: ['district'] },
  to: { unit: 'sb' },
  due: { kind: 'by', date: '2026-06-16' },
  lockAfter: 5,
  reviewWithin: 3,
  resubmitWithin: 3,
  ladder: 'report',
  targets: ['A'],
};
const step: StepSpec = { id: 'report-1', kind: 'report', title: 'r', opens: '2026-06-01', after: [], duties: [duty] };
const plan: CampaignPlan = {
  code: 'c',
  source: 's',
  name: 'n',
  theme: null,
  issuer: 'i',
  number: null,
  issueDate: null,
  signatory: 's',
  launchingUnit: 'p',
  standingBody: 'sb',
  chairPost: 'p:chair',
  start: '2026-01-05',
  end: '2026-12-31',
  startInferred: false,
  endInferred: false,
  calendar: 'c',
  participants: { kinds: ['district'] },
  targets: [
    {
      id: 'A',
      name: 'a',
      comparator: 'at_least',
      explicit: true,
      value: 10,
      unit: 'u',
      per: 'p',
      deadline: '2026-12-31',
      role: 'target',
      evidence: 'e',
      mode: 'allocated',
      method: 'sum',
      allocation: { d1: 4, d2: 6 },
    },
  ],
  goals: [],
  duties: [],
  steps: [step],
  award: { route: 'none', quota: 0, decidedBy: '', ground: '' },
  scoring: [],
  answers: [],
};

const codes = (changes: Partial<CampaignPlan>) =>
  validatePlan({ ...plan, ...changes }, { units, edges, posts, calendar }).map(({ code }) => code);
const withDuty = (changes: Partial<Duty>, stepChanges: Partial<StepSpec> = {}) =>
  codes({ steps: [{ ...step, ...stepChanges, duties: [{ ...duty, ...changes }] }] });

describe('the launch gate’s first checks', () => {
  it.each([
    ['report', []],
    ['report_r7_r3_u2_e5', []],
    ['no-such', ['step/level: không có thang nhắc việc “no-such”.']],
    ['report_r2_u1', ['step/level: thang “report_r2_u1” không kết thúc bằng báo cáo cấp trên.']],
    [
      'report_r9_r8_r7_r6_r1_u1_e3',
      [
        'step/level: thang “report_r9_r8_r7_r6_r1_u1_e3” nhắc quá dày; nhiều nhất 4 lần nhắc, 2 lần đôn đốc, 3 lần báo cáo cấp trên.',
      ],
    ],
    ['report_r10_e3', ['step/level: thang “report_r10_e3” không nhắc lần nào trong 3 ngày làm việc trước hạn.']],
  ])('let no duty remind by a ladder below the floor or above the cap: %s', (ladder, texts) => {
    const steps = [{ ...step, duties: [{ ...duty, ladder }] }];
    const found = validatePlan({ ...plan, steps }, { units, edges, posts, calendar, ladders: ladderBook });
    expect(found.map(({ text, where }) => text.replace(where, 'step/level'))).toEqual(texts);
  });

  it('let a sound plan pass', () => expect(codes({})).toEqual([]));

  it('say in words what is wrong', () => {
    const [finding] = validatePlan({ ...plan, standingBody: 'nowhere' }, { units, edges, posts });
    expect(finding).toEqual({
      code: 'unknown-unit',
      where: 'plan',
      text: 'plan: không có đơn vị nowhere trên cây tổ chức của phong trào.',
    });
  });

  it.each<[string, string[], string]>([
    ['an unknown collector', withDuty({ to: { unit: 'x' } }), 'unknown-unit'],
    ['an unknown chair', codes({ chairPost: 'x:chair' }), 'unknown-post'],
    ['a duty that nobody owes', withDuty({ owes: { kinds: ['ward'] } }), 'nobody-owes'],
    ['a report to oneself', withDuty({ owes: { units: ['sb'] } }), 'own-work'],
    [
      'two duties of one unit in a step',
      codes({ steps: [{ ...step, duties: [duty, { ...duty, targets: [] }] }] }),
      'owed-twice',
    ],
    ['steps that wait for each other', codes({ steps: [step, waits('a', 'b'), waits('b', 'a')] }), 'step-cycle'],
    ['a step that waits for nothing known', codes({ steps: [step, waits('a', 'x')] }), 'unknown-step'],
    ['a due day before the opening', withDuty({ due: { kind: 'by', date: '2026-05-29' } }), 'due-before-opening'],
    [
      'a due day counted from launch',
      withDuty({ due: { kind: 'within_working_days', days: 3, from: 'opened' } }),
      'due-from-launch',
    ],
    [
      'no working day after the close',
      withDuty({ cutoff: '2026-06-12', due: { kind: 'by', date: '2026-06-14' } }),
      'cutoff-too-close',
    ],
    ['a target nobody is asked for', withDuty({ targets: [] }), 'target-not-asked'],
    [
      'a target without a source',
      codes({ targets: [{ ...plan.targets[0]!, mode: 'single_source' }] }),
      'target-without-source',
    ],
    [
      'another level for a group nobody belongs to',
      codes({
        targets: [{ ...plan.targets[0]!, mode: 'each_unit', overrides: [{ group: 'poor_district', value: 5 }] }],
      }),
      'override-without-units',
    ],
    [
      'shares that do not add up',
      codes({ targets: [{ ...plan.targets[0]!, allocation: { d1: 4 } }] }),
      'allocation-differs',
    ],
    [
      'a cross-check that is asked',
      codes({ targets: [{ ...plan.targets[0]!, role: 'cross_check' }] }),
      'cross-check-asked',
    ],
    ['an unknown target', withDuty({ targets: ['A', 'B'] }), 'unknown-target'],
  ])('find %s', (_, found, code) => expect(found).toContain(code));

  it('let a circle through a skipped step pass', () => {
    expect(codes({ steps: [step, waits('a', 'b'), { ...waits('b', 'a'), skip: { ground: 'g' } }] })).toEqual([]);
  });

  it('find a consolidation that is due before what it consolidates', () => {
    const upper: Duty = {
      ...duty,
      level: 'standing',
      owes: { units: ['sb'] },
      to: { unit: 'p' },
      targets: [],
      consolidates: true,
    };
    const early: Duty = { ...upper, due: { kind: 'by', date: '2026-06-15' } };
    expect(codes({ steps: [{ ...step, duties: [upper, duty] }] })).toEqual([]);
    expect(codes({ steps: [{ ...step, duties: [early, duty] }] })).toEqual(['consolidated-too-early']);
  });
});

function waits(id: string, other: string): StepSpec {
  return { id, kind: 'event', title: id, after: [{ step: other, is: 'finished' }], duties: [] };
}
