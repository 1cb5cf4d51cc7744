import { CampaignCommands, ObligationCommands } from '#libs/commands';
import { obligationId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import type { NoticeDoc } from '#libs/store';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'MM1';
const DISTRICTS = 3;
const monday = instantAt('2026-10-12', '08:00');

/** Due on Thu 15 October 2026: `remind-5` on Thu 8 at 07:00, for one district a working day later. */
withServers('mornings that a suspension took', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
  });
  afterAll(() => campaign?.close());

  const reminders = async (): Promise<NoticeDoc[]> =>
    await campaign.store.notices.find({ campaign: CODE, rung: 'remind-5' } as never).toArray();

  it('are made up for by one mail on the first working morning, none on the day of rest itself', async () => {
    const { app, store, stepper } = campaign;
    await campaign.walkTo(instantAt('2026-10-05', '10:00'));
    const district = obligationId(CODE, 'report', 'report', 'd000000');
    const { receiver } = (await store.obligations.findOne({ _id: district }))!;
    const reviewer = { post: `${receiver}:focal`, person: null, unit: receiver, role: 'focal' };
    const extension = { type: 'extend', lastDay: '2026-10-16', reason: 'Mưa lũ' } as const;
    const extended = await app.get(ObligationCommands).execute(reviewer, district, extension, { key: 'extend' });
    expect(extended.ok).toBe(true);
    await app.get(CampaignCommands).suspend(operator, CODE, 'Mưa lũ', { key: 'suspend' });
    await stepper.settle();
    await campaign.walkTo(instantAt('2026-10-10', '09:00'));
    expect(await reminders()).toEqual([]);

    const before = campaign.mails.length;
    await app.get(CampaignCommands).resume(operator, CODE, { reason: 'Nước đã rút' }, { key: 'resume' });
    await stepper.settle();
    expect(campaign.mails).toHaveLength(before);
    const made = await reminders();
    expect(new Set(made.map(({ at }) => at.toISOString()))).toEqual(
      new Set([instantAt('2026-10-08', '07:00'), instantAt('2026-10-09', '07:00')].map((at) => at.toISOString())),
    );
    expect(made.every(({ slotAt }) => slotAt?.getTime() === monday.getTime())).toBe(true);

    await campaign.walkTo(instantAt('2026-10-12', '09:00'));
    const sent = campaign.mails.slice(before).flatMap(({ to }) => to);
    expect(sent.sort()).toEqual([0, 1, 2].map((n) => `d00000${n}@bench.invalid`));
  });
});
