import { Client } from '@temporalio/client';
import { dispatchProcessId, slotId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import { Engine } from '#libs/temporal';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'SD1';
const UNITS = 34;
/** The first reminder speaks at seven, its letters go out with the mail of eight. */
const REMINDED = instantAt('2026-10-01', '07:00');
const MAILED = instantAt('2026-10-01', '08:00');
const dispatch = dispatchProcessId(slotId(MAILED));

withServers('the dispatch of a morning', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, UNITS);
  });
  afterAll(() => campaign?.close());

  const recordOf = async () => (await campaign.store.processes.findOne({ _id: dispatch }))!;
  const eventsOf = async (): Promise<number> => {
    const history = await campaign.app.get(Client).workflow.getHandle(dispatch).fetchHistory();
    return history.events!.length;
  };
  const letters = (): Promise<number> =>
    campaign.store.messages.countDocuments({ slot: slotId(MAILED), state: 'sent' });

  it('exists with the first notice, and does nothing before its slot', async () => {
    await campaign.app.get(Engine).startLater({ ...blank, _id: dispatch }, 3_600_000); // cut before its record was written
    await campaign.walkTo(REMINDED);
    expect(await recordOf()).toMatchObject({ turn: 0, awake: false, finished: false, sleepsUntil: MAILED });
    expect(await eventsOf()).toBe(1);
    expect(await letters()).toBe(0);
  });

  it('ends its delay at the first nudge, sends every letter once and is over', async () => {
    await campaign.walkTo(MAILED);
    expect(await recordOf()).toMatchObject({ awake: false, finished: true });
    expect(await letters()).toBeGreaterThan(0);
    expect(await campaign.store.messages.countDocuments({ slot: slotId(MAILED), state: { $ne: 'sent' } })).toBe(0);
    expect(await campaign.store.notices.countDocuments({ slot: slotId(MAILED), state: { $ne: 'sent' } })).toBe(0);
  });
});

const blank = { type: 'dispatchWorkflow', campaign: null, step: null, level: null } as const;
