import { campaignProcessId, dispatchProcessId, sessionProcessId } from '#libs/contracts';
import type { ProcessDoc, Store } from '#libs/store';
import { lookAtWorkflow } from '#libs/temporal';
import { each, GRACE_MS, type CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';
import { executionOf, judgeProcess } from '../judge-process.js';

type Wanted = Pick<ProcessDoc, '_id' | 'type' | 'campaign' | 'step' | 'level'>;

/** Workflows asked about at once. */
const WIDTH = 16;

/** Every record that is not finished has a running workflow, and everything that needs a process has a record. */
export async function checkProcesses(context: CheckContext): Promise<Look> {
  const { store, client, engine, now } = context;
  const records = (await store.processes.find({}).toArray()) as unknown as ProcessDoc[];
  const known = new Set(records.map(({ _id }) => _id));
  const missing = (await wanted(store)).filter(({ _id }) => !known.has(_id));
  const absent = missing.map((process) =>
    finding('process-missing', {
      subject: process._id,
      campaign: process.campaign,
      mend: () => engine.nudge(process._id, process),
    }),
  );
  const open = records.filter(({ finished }) => !finished);
  const judged = await each(open, WIDTH, async (record): Promise<Found[]> => {
    const execution = executionOf(await lookAtWorkflow(client, record._id));
    const verdict = judgeProcess(record, execution, now, GRACE_MS);
    if (verdict === null) return [];
    const { _id: subject, campaign, turn, nudge } = record;
    const data = { status: execution.status, ...execution.failing };
    const mend = verdict === 'act-failing' ? null : () => engine.nudge(subject);
    const mark = verdict === 'act-failing' ? '' : `${turn}.${nudge}`;
    return [finding(verdict, { subject, campaign, mend, mark, data })];
  });
  return { checked: records.length + missing.length, found: [...absent, ...judged.flat()] };
}

/** Processes that the records of the business call for. */
async function wanted(store: Store): Promise<Wanted[]> {
  const [campaigns, cohorts, sessions, slots] = await Promise.all([
    store.campaigns.find({ state: { $in: ['launched', 'concluded'] } }, { projection: { _id: 1 } }).toArray(),
    store.rounds
      .aggregate<Omit<Wanted, 'type'>>([
        { $match: { state: { $ne: 'finished' } } },
        {
          $group: {
            _id: '$cohort',
            campaign: { $first: '$campaign' },
            step: { $first: '$step' },
            level: { $first: '$level' },
          },
        },
      ])
      .toArray(),
    store.sessions.find({ state: { $ne: 'recorded' } } as never, { projection: { campaign: 1, step: 1 } }).toArray(),
    store.notices.distinct('slot', { state: { $in: ['waiting', 'folded'] } } as never),
  ]);
  return [
    ...campaigns.map(({ _id }): Wanted => ({
      _id: campaignProcessId(_id),
      type: 'campaignWorkflow',
      campaign: _id,
      step: null,
      level: null,
    })),
    ...cohorts.map((cohort): Wanted => ({ ...cohort, type: 'cohortWorkflow' })),
    ...sessions.map(({ _id, campaign, step }): Wanted => ({
      _id: sessionProcessId(_id),
      type: 'sessionWorkflow',
      campaign,
      step,
      level: null,
    })),
    ...slots.map((slot): Wanted => ({
      _id: dispatchProcessId(slot),
      type: 'dispatchWorkflow',
      campaign: null,
      step: null,
      level: null,
    })),
  ];
}
