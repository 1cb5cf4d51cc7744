import { CampaignCommands, ObligationCommands, type ObligationRequest } from '#libs/commands';
import { obligationId } from '#libs/contracts';
import { endOfDay, instantAt } from '#libs/domain';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'WS1';
const report = obligationId(CODE, 'report', 'report', 'd000000');
const focal = { post: 'd000000:focal', person: null, unit: 'd000000', role: 'focal' };
const DUE = endOfDay('2026-10-15');
const MOVED = endOfDay('2026-10-22');

/** Due on Thu 15 October 2026; the campaign is suspended from Fri 9 to Fri 16. */
withServers('a report that is taken back while its campaign is suspended', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, 2);
  });
  afterAll(() => campaign?.close());

  const say = async (request: ObligationRequest) => {
    const outcome = await campaign.app.get(ObligationCommands).execute(focal, report, request, { key: request.type });
    if (!outcome.ok) throw new Error(outcome.reason);
    await campaign.stepper.settle();
  };
  const overdue = async () => {
    const found = await Promise.all([
      campaign.store.obligations.findOne({ _id: report }),
      campaign.store.rows.findOne({ _id: report }),
    ]);
    return found.map((one) => one!.overdueAt);
  };

  it('is overdue when its date passed meanwhile, until the resumption moves that date, and then by the new one', async () => {
    await campaign.walkTo(instantAt('2026-10-08', '09:00'));
    await say({ type: 'submit', content: { narrative: 'đã làm' } });
    await campaign.walkTo(instantAt('2026-10-09', '10:00'));
    const commands = campaign.app.get(CampaignCommands);
    await commands.suspend(operator, CODE, 'Bão số 9', { key: 'suspend' });
    await campaign.walkTo(instantAt('2026-10-16', '08:30'));
    await say({ type: 'withdraw', reason: 'Nhầm số' });
    expect(await overdue()).toEqual([DUE, DUE]);

    const document = { number: '15/QĐ-UBND', date: '2026-10-16' };
    await commands.resume(operator, CODE, { reason: 'Xong', shift: 'by_suspension', document }, { key: 'resume' });
    await campaign.stepper.settle();
    expect(await overdue()).toEqual([null, null]);
    expect((await campaign.store.obligations.findOne({ _id: report }))!.clock.dueAt).toEqual(MOVED);

    await campaign.walkTo(instantAt('2026-10-23', '09:00'));
    expect(await overdue()).toEqual([MOVED, MOVED]);
  });
});
