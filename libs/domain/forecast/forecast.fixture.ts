import { obligationId, roundId } from '#libs/contracts';
import { ruleBook } from '#libs/rules';
import type { CampaignPlan, Duty, StepSpec } from '../plan/plan.types.js';
import { instantAt } from '../time/local-date.js';
import type { ForecastEntry, ForecastInput, ForecastKind, ForecastOrganisation } from './forecast.types.js';

const FROM = '2010-01-01';

/** A district with its office and three communes; every post is held by a person of its own. */
export function aDistrict(): ForecastOrganisation {
  const kinds = { d: 'district', office: 'office', x1: 'commune', x2: 'commune', x3: 'commune', council: 'council' };
  const ids = Object.keys(kinds) as (keyof typeof kinds)[];
  const always = { validFrom: FROM, validTo: null };
  const posts = [
    ...ids.flatMap((id) => [`${id}:focal`, `${id}:head`]),
    'd:chair',
    ...[1, 2, 3].map((n) => `council:member-${n}`),
  ];
  return {
    units: ids.map((id) => ({ id, name: id, kind: kinds[id], groups: [], ...always, successors: [] })),
    edges: ids.filter((id) => id !== 'd').map((id) => ({ id: `e-${id}`, unit: id, parent: 'd', ...always })),
    posts: posts.map((id) => ({ id, mailbox: null })),
    persons: posts.map((post) => ({ id: `p-${post}`, email: `${post.replace(':', '-')}@test` })),
    holders: posts.map((post) => ({ id: `h-${post}`, post, person: `p-${post}`, from: FROM, to: null })),
  };
}

/** A report of the communes to the office: open on Mon 5 June 2023, due on Thu 15 June. */
export const aDuty = (facts: Partial<Duty> = {}): Duty => ({
  level: 'commune',
  kind: 'report',
  owes: { kinds: ['commune'] },
  to: { unit: 'office' },
  due: { kind: 'by', date: '2023-06-15' },
  lockAfter: 6,
  reviewWithin: 3,
  resubmitWithin: 3,
  ladder: 'report',
  ...facts,
});

export const aStep = (facts: Partial<StepSpec> = {}): StepSpec => ({
  id: 'report',
  kind: 'report',
  title: 'Báo cáo',
  opens: '2023-06-05',
  after: [],
  duties: [aDuty()],
  ...facts,
});

/** Launched on Thu 1 June 2023 at nine. */
export function aForecast(steps: StepSpec[], facts: Partial<ForecastInput> = {}): ForecastInput {
  const plan = { code: 'c', calendar: 'vn-5d', launchingUnit: 'd', standingBody: 'office', chairPost: 'd:chair' };
  return {
    plan: { ...plan, issuer: 'd', targets: [], steps } as unknown as CampaignPlan,
    launchedAt: instantAt('2023-06-01', '09:00'),
    organisation: aDistrict(),
    rules: ruleBook,
    ids: { obligation: obligationId, round: roundId },
    ...facts,
  };
}

export const only = (entries: ForecastEntry[], ...kinds: ForecastKind[]): ForecastEntry[] =>
  entries.filter(({ kind }) => kinds.includes(kind));

/** Codes of what is warned of, with the kind of entry. */
export const warned = (entries: ForecastEntry[]): string[] =>
  entries.flatMap(({ kind, warning }) => (warning ?? []).map(({ code }) => `${kind}: ${code}`));
