import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { Hand } from '../../apps/cli/src/demo/hand.js';
import { launch } from '../../apps/cli/src/demo/launch.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

withServers('the demo’s five campaigns', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await apiWorld();
  });
  afterAll(() => api?.close());

  it('go from their texts through the gate to the very plans they are composed to', async () => {
    const world = demoWorld(3);
    await loadWorld(api.store, world);
    const hand = new Hand(await api.app.getUrl());
    for (const plan of [...world.plans].sort((a, b) => (a.start < b.start ? -1 : 1))) {
      await api.clock.moveTo(new Date(`${plan.start}T02:00:00Z`));
      await launch(plan, hand);
      await launch(plan, hand); // the line broke and everything was sent again
      const campaign = (await api.store.campaigns.findOne({ _id: plan.code }))!;
      expect(campaign.state).toBe('launched');
      expect(campaign.plan).toEqual(JSON.parse(JSON.stringify(plan)));
      const { ground } = (await api.store.preparations.findOne({ _id: campaign.prepared!.preparation }))!;
      expect(ground!.fields.filter(({ confirmed }) => confirmed !== null).length).toBeGreaterThan(plan.targets.length);
    }
    expect(await api.store.preparations.countDocuments({ state: 'launched' })).toBe(world.plans.length);
  });
});
