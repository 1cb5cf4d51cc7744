import { CampaignCommands } from '#libs/commands';
import { instantAt, type CampaignPlan } from '#libs/domain';
import { forecastCampaign } from '#libs/forecast';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { differences } from '../forecast/differences.js';
import { foreseen } from '../forecast/foreseen.js';
import { happened } from '../forecast/happened.js';
import { closingPlan, restingPlan, thornyWorld } from '../forecast/thorny-campaigns.js';
import { operator } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';
import { wholeEngine, type WholeEngine } from '../support/whole-engine.js';

const demo = demoWorld(1);
/** All three begin on one day; their people are different ones, so no letter is shared. */
const plans: CampaignPlan[] = [demo.plans.find(({ code }) => code === 'qt-2022')!, closingPlan(), restingPlan()];

withServers('the forecast of campaigns in which nobody acts', () => {
  let engine: WholeEngine;
  const foreseenAtFirst = new Map<string, string[]>();

  beforeAll(async () => {
    engine = await wholeEngine();
    const { app, store, stepper, walkOn } = engine;
    await loadWorld(store, demo);
    await loadWorld(store, thornyWorld());
    await stepper.begin(instantAt(plans[0]!.start, '09:00'));
    const commands = app.get(CampaignCommands);
    for (const plan of plans) {
      await commands.draft(operator, plan);
      foreseenAtFirst.set(plan.code, foreseen((await forecastCampaign(store, plan.code))!.entries));
      await commands.launch(operator, plan.code, { key: 'launch' });
    }
    await stepper.settle();
    await walkOn();
  }, 600_000);
  afterAll(() => engine?.close());

  it.each([
    ['qt-2022', 'launched', 700],
    ['closing', 'closed', 60],
    ['resting', 'launched', 25],
  ])('%s: is, line by line, what the engine then does; in the end it is %s', async (code, state, atLeast) => {
    const lines = foreseenAtFirst.get(code)!;
    expect(lines.length).toBeGreaterThan(atLeast);
    const found = await happened(engine.store, code);
    expect(differences(lines, found)).toEqual([]);
    expect(differences(lines.slice(1), found)).toEqual([`happened, not foreseen: ${lines[0]}`]);
    expect((await engine.store.campaigns.findOne({ _id: code }))!.state).toBe(state);
  });

  it('of a campaign under way is that of its launch', async () => {
    for (const { code } of plans) {
      const again = await forecastCampaign(engine.store, code);
      expect(foreseen(again!.entries)).toEqual(foreseenAtFirst.get(code));
    }
  });
});
