import { campaignPlan } from '#libs/contracts/http/index.js';
import { demoWorld } from '../demo-world.js';

it('all five demo plans pass the contract of POST /api/campaigns unchanged', () => {
  for (const plan of demoWorld(1).plans) {
    const parsed = campaignPlan.safeParse(plan);
    expect({ code: plan.code, issues: parsed.error?.issues ?? [] }).toEqual({ code: plan.code, issues: [] });
    expect(parsed.data).toEqual(JSON.parse(JSON.stringify(plan)));
  }
});
