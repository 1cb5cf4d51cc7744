import { sayCause } from '#libs/domain';
import { executionOf, finding, GRACE_MS, judgeProcess, type FindingKind } from '#libs/reconcile';
import type { CampaignDoc, ObligationDoc, ProcessDoc, Store } from '#libs/store';
import type { WorkflowLook } from '#libs/temporal';
import { inLocalTime } from './local-time.js';

/** Why a process stands still, in the words of the reconciler. */
export interface Cause {
  kind: FindingKind;
  cause: string;
  repair: string;
  obligation: string | null;
  /** Unit that owes the obligation. */
  unit: string | null;
}

/** Parked obligations named for one process. */
const NAMED = 20;

/** Causes by process id; those of which nothing is wrong are missing. `looks` lacks what Temporal could not be asked. */
export async function causesOf(
  store: Store,
  records: ProcessDoc[],
  looks: ReadonlyMap<string, WorkflowLook>,
  now: Date,
): Promise<Map<string, Cause[]>> {
  const causes = new Map<string, Cause[]>();
  const add = (id: string, kind: FindingKind, data: Data, about: Partial<Cause> = {}): void => {
    const { cause, repair } = finding(kind, { subject: id, campaign: null, mend: null, data });
    causes.set(id, [
      ...(causes.get(id) ?? []),
      { kind, cause: inLocalTime(cause), repair, obligation: null, unit: null, ...about },
    ]);
  };
  for (const record of records) {
    const look = looks.get(record._id);
    const execution = look ? executionOf(look) : { status: 'RUNNING', failing: null };
    const verdict = judgeProcess(record, execution, now, GRACE_MS);
    const failing = verdict === null && execution.failing && !record.finished;
    if (verdict !== null || failing)
      add(record._id, verdict ?? 'act-failing', { status: execution.status, ...execution.failing });
  }
  const cohorts = records.filter(({ type }) => type === 'cohortWorkflow').map(({ _id }) => _id);
  for (const { _id, cohort, subject, state, parking } of await parkedIn(store, cohorts)) {
    if ((causes.get(cohort)?.length ?? 0) >= NAMED) continue;
    const { since, until, cause, parkedFrom } = parking ?? {};
    const data = {
      since: since?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      cause: cause ? sayCause(cause) : null,
      state: parkedFrom ?? state,
    };
    add(cohort, 'parked', data, { obligation: _id, unit: subject });
  }
  for (const { _id, count, since } of await unheededIn(store, cohorts, now))
    add(_id, 'act-missed', { count, since: since.toISOString() });
  for (const [id, step] of await stuckSteps(store, records))
    add(id, 'step-stuck', { since: step.stuck!.since.toISOString(), cause: sayCause(step.stuck!.cause) });
  return causes;
}

type Data = Record<string, string | number | null | undefined>;
type Parked = Pick<ObligationDoc, '_id' | 'cohort' | 'subject' | 'state' | 'parking'>;

async function parkedIn(store: Store, cohorts: string[]): Promise<Parked[]> {
  const projection = { cohort: 1, subject: 1, state: 1, parking: 1 };
  return await store.obligations
    .find({ cohort: { $in: cohorts }, state: 'parked' } as never, { projection })
    .sort({ _id: 1 })
    .toArray();
}

/** Work whose instant has passed without effect. What is suspended waits on purpose, what is cancelled for nothing. */
async function unheededIn(store: Store, cohorts: string[], now: Date) {
  const silent = await store.campaigns.distinct('_id', {
    $or: [{ suspended: true }, { state: { $nin: ['launched', 'concluded'] } }],
  } as never);
  const late = { $lt: new Date(now.getTime() - GRACE_MS) };
  const match = { cohort: { $in: cohorts }, settled: false, nextAt: late, campaign: { $nin: silent } };
  return (await store.obligations
    .aggregate([{ $match: match }, { $group: { _id: '$cohort', count: { $sum: 1 }, since: { $min: '$nextAt' } } }])
    .toArray()) as unknown as { _id: string; count: number; since: Date }[];
}

async function stuckSteps(store: Store, records: ProcessDoc[]): Promise<[string, CampaignDoc['steps'][number]][]> {
  const own = records.filter(({ type }) => type === 'campaignWorkflow');
  const ids = own.flatMap(({ campaign }) => campaign ?? []);
  const found = (await store.campaigns
    .find({ _id: { $in: ids } }, { projection: { steps: 1 } })
    .toArray()) as unknown as Pick<CampaignDoc, '_id' | 'steps'>[];
  const stuck = new Map(
    found.map(({ _id, steps }) => [_id, steps.filter(({ state, stuck }) => state === 'waiting' && stuck)]),
  );
  return own.flatMap(({ _id, campaign }) =>
    (stuck.get(campaign ?? '') ?? []).map((step): [string, CampaignDoc['steps'][number]] => [_id, step]),
  );
}
