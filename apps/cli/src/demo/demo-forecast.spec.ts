import { obligationId, roundId } from '#libs/contracts';
import { forecast, instantAt } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { demoWorld } from './demo-world.js';

const { plans, ...organisation } = demoWorld(1);
const ids = { obligation: obligationId, round: roundId };

describe('the forecast of the sample campaigns', () => {
  it.each(plans.map((plan) => [plan.code, plan] as const))('%s: can be read by a person', (code, plan) => {
    const began = performance.now();
    const launchedAt = instantAt(plan.start, '09:00');
    const entries = forecast({ plan, launchedAt, organisation, rules: ruleBook, ids });
    const ms = Math.round(performance.now() - began);
    const letters = entries.reduce((total, entry) => total + entry.letters.length, 0);
    const owed = entries.reduce((total, { kind, obligations }) => total + (kind === 'open' ? obligations : 0), 0);
    console.log(`${code}: ${owed} obligations, ${letters} letters, ${entries.length} entries, ${ms} ms`);
    expect(owed).toBeGreaterThan(80);
    expect(entries.length).toBeLessThan(400);
    // each of them has a verification or an event that holds it up
    expect(entries.at(-1)!.kind).toBe('rests');
  });
});
