import type { CampaignPlan, DeadlineRule, Duty, LocalDate, StepSpec } from '#libs/domain';
import { ROOT } from './bench-world.js';

export interface BenchPlan {
  code: string;
  calendar: 'vn-5d' | 'vn-all';
  start: LocalDate;
  /** Opening day of the one step; without it the step opens at launch. */
  opens?: LocalDate;
  due: DeadlineRule;
  lockAfter: number;
  lockAfterMs?: number;
}

/** A campaign of one reporting step on three levels: every unit owes its parent one report. Leaves report one figure. */
export function benchPlan({ code, calendar, start, opens, due, ...lock }: BenchPlan): CampaignPlan {
  const duty = (level: string, kinds: string[]): Duty => ({
    level,
    kind: 'report',
    owes: { kinds },
    to: 'parent',
    due,
    ...lock,
    reviewWithin: 5,
    resubmitWithin: 5,
    ladder: 'report',
    ...(level === 'leaf' ? { targets: ['T1'] } : {}),
  });
  const step: StepSpec = {
    id: 'report',
    kind: 'report',
    title: 'Bench',
    ...(opens && { opens }),
    after: [],
    duties: [duty('leaf', ['leaf']), duty('commune', ['commune']), duty('district', ['district'])],
  };
  return {
    code,
    source: 'bench',
    name: code,
    theme: null,
    issuer: ROOT,
    number: null,
    issueDate: null,
    signatory: '',
    launchingUnit: ROOT,
    standingBody: ROOT,
    chairPost: `${ROOT}:chair`,
    start,
    end: start,
    startInferred: false,
    endInferred: false,
    calendar,
    participants: {},
    targets: [
      {
        id: 'T1',
        name: 'T1',
        comparator: 'at_least',
        explicit: true,
        value: 1,
        unit: '',
        per: '',
        deadline: start,
        role: 'target',
        evidence: '',
        mode: 'each_unit',
        method: 'sum',
        units: { kinds: ['leaf'] },
      },
    ],
    goals: [],
    duties: [],
    steps: [step],
    award: { route: 'none', quota: 0, decidedBy: ROOT, ground: '' },
    scoring: [],
    answers: [],
  };
}
