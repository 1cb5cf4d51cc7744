import { CalendarCommands } from '#libs/commands';
import { instantAt } from '#libs/domain';
import { calendarBook, putInForce } from '#libs/rules';
import type { NoticeDoc } from '#libs/store';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'CM1';
const DISTRICTS = 3;
const CLOSED = 'd000001';

/** Due on Thu 15 October 2026: `remind-5` speaks on Thu 8 at seven, its letters wait for eight. */
withServers('a morning on which an office was closed when its reminder waited already', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
  });
  afterAll(async () => {
    putInForce(calendarBook());
    await campaign?.close();
  });

  it('is passed over for that office alone, whose letter comes on its next working day', async () => {
    await campaign.walkTo(instantAt('2026-10-08', '07:00'));
    const before = campaign.mails.length;
    const commands = campaign.app.get(CalendarCommands);
    const closure = { id: 'lu-quet', area: CLOSED, from: '2026-10-08', to: '2026-10-09' };
    const closures = [{ ...closure, name: 'Lũ quét', source: 'Công điện 10 (mẫu thử)' }];
    const data = { ...(await commands.current()), version: 1, closures };
    const outcome = await commands.import(data, { by: operator.post, source: 'Công điện 10' });
    if (!outcome.ok) throw new Error(outcome.reason);
    await campaign.stepper.settle();
    const sent = () =>
      campaign.mails
        .slice(before)
        .flatMap(({ to }) => to)
        .sort();

    await campaign.walkTo(instantAt('2026-10-11', '09:00'));
    expect(sent()).toEqual(['d000000@bench.invalid', 'd000002@bench.invalid']);
    const waiting = { campaign: CODE, state: 'waiting', post: `${CLOSED}:focal` };
    const monday = instantAt('2026-10-12', '08:00');
    const held: NoticeDoc[] = await campaign.store.notices.find(waiting as never).toArray();
    expect(held.map(({ rung, slotAt, holds }) => [rung, slotAt, holds?.map(({ why }) => why)])).toEqual([
      ['remind-5', monday, ['rest_day']],
    ]);

    await campaign.walkTo(monday);
    expect(sent()).toEqual([0, 1, 2].map((n) => `d00000${n}@bench.invalid`));
  });
});
