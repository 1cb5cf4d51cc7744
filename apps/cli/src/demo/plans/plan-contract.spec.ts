import { campaignPlan, planAnswers } from '#libs/contracts/http/index.js';
import { readDemoData } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import { PLAN_NUMBERS } from './draft-plan.js';
import { gateData } from './gate-data.js';

it('all five demo plans pass the contract of POST /api/campaigns unchanged', () => {
  for (const plan of demoWorld(1).plans) {
    const parsed = campaignPlan.safeParse(plan);
    expect({ code: plan.code, issues: parsed.error?.issues ?? [] }).toEqual({ code: plan.code, issues: [] });
    expect(parsed.data).toEqual(JSON.parse(JSON.stringify(plan)));
  }
});

it('all five files of answers, and what is said at the gate, pass the contract of a preparation', () => {
  for (const number of PLAN_NUMBERS) {
    const answers = { ...readDemoData<object>('answers', `${number}.yaml`), questions: gateData(number).questions };
    const parsed = planAnswers.safeParse(answers);
    expect({ number, issues: parsed.error?.issues ?? [] }).toEqual({ number, issues: [] });
    expect(parsed.data).toEqual(answers);
  }
});
