import { kindFacts, plannedTotal, type CampaignPlan, type Target, type Unit } from '#libs/domain';
import {
  verifyBook,
  type CampaignDoc,
  type MessageDoc,
  type NoticeDoc,
  type ObligationDoc,
  type SessionDoc,
  type SheetHeaderDoc,
  type Store,
} from '#libs/store';
import type { DemoWorld } from './demo-world.js';
import type { Dump } from './dump.js';

type Counts = Record<string, number>;

/** What came of one campaign, as `--json` writes it. */
export interface CampaignOutcome {
  code: string;
  source: string;
  state: string;
  stages: { name: string; at: Date | null; skipped: boolean }[];
  obligations: { expected: number; onTime: number; late: number; nil: number; never: number; returned: number };
  notices: { byRung: Counts; byAudience: Counts };
  mails: { sent: number; failed: number; unconfirmed: number; withdrawn: number };
  escalations: number;
  rollup: { target: string; planned: number | null; achieved: number | null }[];
  ranking: { place: number; unit: string; total: number | null }[];
  council: null | {
    members: number;
    needed: number;
    votes: { item: string; yes: number; no: number; blank: number }[];
  };
  proposals: string[];
}

export interface Outcome {
  seed: number;
  wallSeconds: number;
  campaigns: CampaignOutcome[];
  checks: { oracleDifferences: number | null; duplicates: number; lost: number; journalVerified: boolean };
}

/** Every campaign closed, and nothing that the oracle, the mail catcher or the journal objects to. */
export function isSound({ campaigns, checks }: Outcome): boolean {
  const { oracleDifferences, duplicates, lost, journalVerified } = checks;
  const closed = campaigns.every(({ state }) => state === 'closed');
  return closed && !oracleDifferences && duplicates === 0 && lost === 0 && journalVerified;
}

export async function demoOutcome(
  store: Store,
  world: DemoWorld,
  dump: Dump,
  oracleDifferences: number | null,
  wallSeconds: number,
): Promise<Outcome> {
  const campaigns = [];
  for (const plan of world.plans) campaigns.push(await campaignOutcome(store, plan, world.units));
  const books = await Promise.all(world.plans.map(({ code }) => verifyBook(store, code)));
  return {
    seed: dump.seed as number,
    wallSeconds: Math.round(wallSeconds * 10) / 10,
    campaigns,
    checks: {
      oracleDifferences,
      ...mailChecks(dump),
      journalVerified: books.every(({ brokenAt }) => brokenAt === null),
    },
  };
}

async function campaignOutcome(store: Store, plan: CampaignPlan, units: Unit[]): Promise<CampaignOutcome> {
  const of = { campaign: plan.code } as never;
  const campaign = (await store.campaigns.findOne({ _id: plan.code })) as unknown as CampaignDoc;
  const obligations = (await store.obligations.find(of).toArray()) as unknown as ObligationDoc[];
  const notices = (await store.notices.find(of).toArray()) as unknown as NoticeDoc[];
  const session = (await store.sessions.findOne(of)) as unknown as SessionDoc | null;
  const content = async (kind: string) => {
    const id = obligations.find((one) => one.kind === kind)?.submission;
    return id ? (await store.submissions.findOne({ _id: id }))?.content : undefined;
  };
  const ranking = ((await content('ranking'))?.ranking ?? []) as CampaignOutcome['ranking'];
  return {
    code: plan.code,
    source: plan.source,
    state: campaign.state,
    stages: campaign.steps.map(({ title, at, state }) => ({ name: title, at, skipped: state === 'skipped' })),
    obligations: countObligations(obligations),
    notices: { byRung: count(notices, 'rung'), byAudience: count(notices, 'audience') },
    mails: await countMails(store, notices),
    escalations: notices.filter(({ act }) => act === 'escalate').length,
    rollup: await rollup(store, plan, units),
    ranking: ranking.map(({ place, unit, total }) => ({ place, unit, total })),
    council: session && {
      members: session.members.length,
      needed: session.needed,
      votes: (session.tally ?? []).map(({ item, yes, no, blank }) => ({ item, yes, no, blank })),
    },
    proposals: ((await content('proposal'))?.items ?? []) as string[],
  };
}

/** Reports and pledges that were neither excused nor cancelled: on time + late + never = expected; nil and returned overlap. */
function countObligations(obligations: ObligationDoc[]): CampaignOutcome['obligations'] {
  const counted = obligations.filter(({ kind, state }) => kindFacts[kind].counted && state !== 'excused');
  const number = (test: (one: ObligationDoc) => boolean): number => counted.filter(test).length;
  return {
    expected: counted.length,
    onTime: number(({ onTime }) => onTime === true),
    late: number(({ onTime }) => onTime === false),
    nil: number(({ nil }) => nil),
    never: number(({ onTime }) => onTime === null),
    returned: number(({ returns }) => returns > 0),
  };
}

/** A message may fold notices of several campaigns; it counts for each of them. */
async function countMails(store: Store, notices: NoticeDoc[]): Promise<CampaignOutcome['mails']> {
  const ids = [...new Set(notices.flatMap(({ message }) => message ?? []))];
  const messages = (await store.messages
    .find({ _id: { $in: ids } }, { projection: { state: 1 } })
    .toArray()) as unknown as MessageDoc[];
  const number = (state: string): number => messages.filter((message) => message.state === state).length;
  return {
    sent: number('sent'),
    failed: number('failed'),
    unconfirmed: number('unconfirmed'),
    withdrawn: number('withdrawn'),
  };
}

function count(notices: NoticeDoc[], field: 'rung' | 'audience'): Counts {
  const counts: Counts = {};
  for (const notice of notices) counts[notice[field]] = (counts[notice[field]] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Planned against achieved per target: the latest sheet at the top that reports it. */
async function rollup(store: Store, plan: CampaignPlan, units: Unit[]): Promise<CampaignOutcome['rollup']> {
  const headers = (await store.headers.find({ campaign: plan.code } as never).toArray()) as unknown as SheetHeaderDoc[];
  const order = new Map(plan.steps.map(({ id }, n) => [id, n]));
  const latest = [...headers].sort((a, b) => order.get(b.step)! - order.get(a.step)!);
  return plan.targets
    .filter(({ role }) => role === 'target')
    .map((target) => ({
      target: target.id,
      planned: plannedTotal(target, concerned(target, plan, units)),
      achieved: achieved(target.id, latest, plan),
    }));
}

const concerned = ({ units: asked }: Target, plan: CampaignPlan, units: Unit[]): Unit[] =>
  units.filter(({ id, kind, groups }) => {
    if (!id.startsWith(`${plan.launchingUnit}`)) return false;
    if (asked?.units && !asked.units.includes(id)) return false;
    if (asked?.kinds && !asked.kinds.includes(kind)) return false;
    return !asked?.groups || asked.groups.some((group) => groups.includes(group));
  });

/** The highest collector first: its total already holds what the levels below consolidated. */
function achieved(target: string, headers: SheetHeaderDoc[], plan: CampaignPlan): number | null {
  const totals = headers.flatMap(({ step, collector, totals: of }) =>
    (of as { target: string; value: number | null }[])
      .filter((one) => one.target === target && one.value !== null)
      .map(({ value }) => ({ step, collector, value })),
  );
  const lastStep = totals[0]?.step;
  const ofStep = totals.filter(({ step }) => step === lastStep);
  const top = ofStep.find(({ collector }) => collector !== plan.standingBody && ofStep.length > 1) ?? ofStep[0];
  const standing = ofStep.find(({ collector }) => collector === plan.standingBody);
  return (standing ?? top)?.value ?? null;
}

function mailChecks({ caught, messages }: Dump): { duplicates: number; lost: number } {
  const copies = new Map<string, number>();
  for (const { messageId } of caught) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  const sent = (messages as MessageDoc[]).filter(({ state }) => state === 'sent');
  return {
    duplicates: [...copies.values()].filter((n) => n > 1).length,
    lost: sent.filter(({ messageId }) => !copies.has(messageId)).length,
  };
}
