import { campaignProcessId } from '#libs/contracts';
import type { WorkflowsQuery } from '#libs/contracts/http/index.js';
import type { CampaignDoc, ProcessDoc, Store } from '#libs/store';

/** Processes looked at in one search for what stands still. */
export const LOOKED_AT = 500;

type Filter = Record<string, unknown>;
type Asked = Pick<WorkflowsQuery, 'campaign' | 'unit' | 'state' | 'after' | 'limit'>;

/** Process records that a search is about, in order of their ids; for `stuck` and `failing` those that may turn out to be so. */
export async function candidates(
  store: Store,
  { campaign, unit, state, after, limit }: Asked,
  late: Date,
): Promise<{ records: ProcessDoc[]; more: boolean }> {
  const about: Filter[] = [campaign === undefined ? {} : { campaign }];
  if (unit !== undefined) about.push({ _id: { $in: await processesOf(store, unit, campaign) } });
  if (state !== 'stuck' && state !== 'failing') {
    const page = after === undefined ? {} : { _id: { $gt: after } };
    return find(store, [...about, OF_STATE[state ?? 'any'], page], limit);
  }
  // a lost workflow of a sleeper shows in no record: all that run are asked about, the suspicious ones first
  const suspects = state === 'stuck' ? await suspicious(store, late) : [];
  const first = await find(store, [...about, { _id: { $in: suspects } }], LOOKED_AT);
  const known = first.records.map(({ _id }) => _id);
  const rest = await find(store, [...about, { finished: false, _id: { $nin: known } }], LOOKED_AT - known.length);
  return { records: [...first.records, ...rest.records], more: first.more || rest.more };
}

const OF_STATE: Record<'any' | 'awake' | 'asleep' | 'finished', Filter> = {
  any: {},
  awake: { finished: false, awake: true },
  asleep: { finished: false, awake: false },
  finished: { finished: true },
};

async function find(store: Store, filters: Filter[], limit: number): Promise<{ records: ProcessDoc[]; more: boolean }> {
  if (limit <= 0) return { records: [], more: true };
  const cursor = store.processes.find({ $and: filters } as never).sort({ _id: 1 });
  const found = (await cursor.limit(limit + 1).toArray()) as unknown as ProcessDoc[];
  return { records: found.slice(0, limit), more: found.length > limit };
}

/** Cohorts that hold something of the unit, and the campaigns they belong to. */
async function processesOf(store: Store, unit: string, campaign: string | undefined): Promise<string[]> {
  const owed = { $or: [{ subject: unit }, { answeringUnit: unit }], ...(campaign !== undefined && { campaign }) };
  const [cohorts, campaigns] = await Promise.all([
    store.obligations.distinct('cohort', owed as never),
    store.obligations.distinct('campaign', owed as never),
  ]);
  return [...cohorts, ...campaigns.map((one) => campaignProcessId(String(one)))] as string[];
}

/** Processes with parked work, an instant that passed unheeded, or a step that cannot be opened. */
async function suspicious(store: Store, late: Date): Promise<string[]> {
  const [parked, unheeded, campaigns] = await Promise.all([
    store.obligations.distinct('cohort', { state: 'parked' } as never),
    store.obligations.distinct('cohort', { settled: false, nextAt: { $lt: late } } as never),
    store.campaigns
      .find({ 'steps.stuck.since': { $exists: true } } as never, { projection: { _id: 1 } })
      .toArray() as unknown as Promise<Pick<CampaignDoc, '_id'>[]>,
  ]);
  return [...parked, ...unheeded, ...campaigns.map(({ _id }) => campaignProcessId(_id))] as string[];
}
