import { addDays, addWorkingDays, isWorkingDay, type CampaignPlan, type DeadlineRule, type Duty } from '#libs/domain';
import type { LocalDate, StepSpec, WorkCalendar } from '#libs/domain';
import { calendarById } from '#libs/rules';
import { draw } from '../../apps/cli/src/demo/random.js';
import { HIGHLAND, OFFICE, ROOT, one, type Luck } from './random-tree.js';

const YEARS = [2015, 2027] as const;
const LADDERS = ['report', 'report', 'pledge', 'entered'];

/** A valid campaign over Tết of a random year: a pledge, a period that crosses the holiday, one that waits for it, an event, a final report. */
export function randomPlan(seed: number, districts: readonly string[]): CampaignPlan {
  const luck = draw(seed, 'plan');
  const calendar = calendarById(luck.chance(0.6) ? 'vn-5d' : 'vn-6d');
  const tet = tetOf(luck.whole(...YEARS), calendar);
  const start = addWorkingDays(calendar, tet.from, -luck.whole(7, 12));
  const end = addDays(start, 100);
  const steps = [pledge, firstPeriod, secondPeriod, event, finalReport].map((make) =>
    make({ luck, calendar, start, tet, districts }),
  );
  return {
    ...NOTHING,
    ...{ code: `random-${seed}`, name: `Phong trào ngẫu nhiên ${seed}`, start, end, calendar: calendar.id, steps },
    targets: [{ ...TARGET, deadline: end }],
  };
}

interface Ground {
  luck: Luck;
  calendar: WorkCalendar;
  start: LocalDate;
  tet: { from: LocalDate; to: LocalDate };
  districts: readonly string[];
}

/** Tết is the longest rest between New Year and March. */
function tetOf(year: number, calendar: WorkCalendar): Ground['tet'] {
  let longest = { from: '', to: '', days: 0 };
  for (let day = `${year}-01-10`; day < `${year}-03-01`; day = addDays(day, 1)) {
    const from = day;
    let days = 0;
    while (!isWorkingDay(calendar, day)) [day, days] = [addDays(day, 1), days + 1];
    if (days > longest.days) longest = { from, to: addDays(day, -1), days };
  }
  return longest;
}

const later = ({ calendar, luck }: Ground, day: LocalDate, from: number, to: number): LocalDate =>
  addWorkingDays(calendar, day, luck.whole(from, to));

/** The day itself, or the day of rest that comes next. */
function maybeAtRest({ calendar, luck }: Ground, day: LocalDate): LocalDate {
  if (luck.chance(0.5)) return day;
  let rest = day;
  while (isWorkingDay(calendar, rest)) rest = addDays(rest, 1);
  return rest;
}

const written = (luck: Luck, day: LocalDate): DeadlineRule =>
  luck.chance(0.7) ? { kind: 'by', date: day } : { kind: 'before', date: addDays(day, 1) };

function duty({ luck }: Ground, of: Pick<Duty, 'kind' | 'level' | 'owes' | 'to' | 'due'> & Partial<Duty>): Duty {
  return {
    lockAfter: luck.whole(3, 6),
    reviewWithin: luck.whole(1, 3),
    resubmitWithin: luck.whole(1, 4),
    ladder: one(luck, LADDERS),
    ...of,
  };
}

const OF_OFFICE = { level: 'standing', owes: { units: [OFFICE] }, to: { unit: ROOT } } satisfies Partial<Duty>;

/** Communes report to their district, districts to the office, the office to the province. */
function threeLevels(ground: Ground, who: Duty['owes'], dues: DeadlineRule[]): Duty[] {
  const [below, middle, above] = dues as [DeadlineRule, DeadlineRule, DeadlineRule];
  const kind = 'report';
  return [
    duty(ground, { kind, level: 'commune', owes: who, to: 'parent', due: below, targets: ['T1'] }),
    duty(ground, {
      ...{ kind, level: 'district', owes: { kinds: ['district'] } },
      ...{ to: { unit: OFFICE }, due: middle, consolidates: true },
    }),
    duty(ground, { ...OF_OFFICE, kind, due: above, consolidates: true }),
  ];
}

function pledge(ground: Ground): StepSpec {
  const { luck, start } = ground;
  const fixed = luck.chance(0.5);
  const kind = one(luck, ['covenant', 'registration', 'own_plan'] as const);
  const due: DeadlineRule = fixed
    ? written(luck, maybeAtRest(ground, later(ground, start, 5, 8)))
    : { kind: one(luck, ['within', 'within_working_days']), days: luck.whole(4, 8), from: 'opened' };
  return {
    ...{ id: 'pledge', kind, title: 'Đăng ký', after: [] },
    ...(fixed && { opens: later(ground, start, 1, 2) }),
    duties: [duty(ground, { kind, level: 'district', owes: { kinds: ['district'] }, to: 'parent', due })],
  };
}

function firstPeriod(ground: Ground): StepSpec {
  const { luck, start, tet, calendar } = ground;
  const opens = later(ground, start, 2, 4);
  const days = [maybeAtRest(ground, later(ground, tet.to, 1, 5))];
  for (let level = 0; level < 2; level += 1) days.push(maybeAtRest(ground, later(ground, days[level]!, 2, 4)));
  const counted = luck.chance(0.3);
  const dues = days.map((day): DeadlineRule => {
    const from = addWorkingDays(calendar, day, -6);
    return counted ? { kind: 'within_working_days', days: 6, from } : written(luck, day);
  });
  return {
    ...{ id: 'period-1', kind: 'report', title: 'Báo cáo đợt 1', opens, after: [] },
    duties: threeLevels(ground, { kinds: ['commune'] }, dues),
  };
}

function secondPeriod(ground: Ground): StepSpec {
  const { luck, tet, districts } = ground;
  const from = later(ground, tet.to, 6, 9);
  const [low, step] = [luck.whole(4, 7), luck.whole(1, 3)];
  const counted = one(luck, ['within', 'within_working_days'] as const);
  const waits = luck.chance(0.6);
  const dues = [0, 1, 2].map((level): DeadlineRule =>
    waits
      ? { kind: counted, days: low + level * step, from: 'opened' }
      : written(luck, later(ground, from, low + level * 3, low + level * 3 + 2)),
  );
  return {
    ...{ id: 'period-2', kind: 'report', title: 'Báo cáo đợt 2' },
    ...(waits
      ? { after: [{ step: 'period-1', is: one(luck, ['opened', 'finished'] as const), atLatest: from }], opens: from }
      : { after: [], opens: from }),
    duties: threeLevels(ground, luck.chance(0.3) ? { groups: [HIGHLAND] } : { under: one(luck, districts) }, dues),
  };
}

/** Entered by the office; it holds up the final report and never locks. */
function event(ground: Ground): StepSpec {
  const due: DeadlineRule = { kind: 'within_working_days', days: ground.luck.whole(2, 5), from: 'opened' };
  return {
    ...{ id: 'event', kind: 'event', title: 'Hội nghị sơ kết', after: [{ step: 'period-1', is: 'finished' }] },
    duties: [duty(ground, { ...OF_OFFICE, kind: 'event', due, ladder: 'entered' })],
  };
}

function finalReport(ground: Ground): StepSpec {
  const due: DeadlineRule = { kind: 'within', days: ground.luck.whole(4, 9), from: 'opened' };
  const after = ['period-2', 'event'].map((step) => ({ step, is: 'finished' as const }));
  return {
    ...{ id: 'final', kind: 'final_report', title: 'Báo cáo tổng kết', after },
    duties: [duty(ground, { ...OF_OFFICE, kind: 'final_report', due })],
  };
}

const TARGET: CampaignPlan['targets'][number] = {
  ...{
    id: 'T1',
    name: 'Số công trình',
    comparator: 'at_least',
    explicit: true,
    value: 4,
    unit: 'công trình',
    per: 'xã',
  },
  ...{ deadline: '', role: 'target', evidence: '', mode: 'each_unit', method: 'sum', units: { kinds: ['commune'] } },
};

/** What a random campaign says nothing about. */
const NOTHING = {
  ...{ source: 'ngẫu nhiên', theme: null, issuer: ROOT, number: null, issueDate: null, signatory: ROOT },
  ...{ launchingUnit: ROOT, standingBody: OFFICE, chairPost: `${ROOT}:chair` },
  ...{ startInferred: false, endInferred: false, participants: { kinds: ['commune', 'district'] } },
  ...{ goals: [], duties: [], scoring: [], answers: [] },
  award: { route: 'none', quota: 0, decidedBy: '', ground: '' },
} satisfies Partial<CampaignPlan>;
