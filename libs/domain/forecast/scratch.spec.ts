import { demoWorld } from '../../../apps/cli/src/demo/demo-world.js';
import { obligationId, roundId } from '#libs/contracts';
import { ruleBook } from '#libs/rules';
import { instantAt, localDateOf, localTimeOf, say } from '#libs/domain';
import { forecast } from './forecast.js';
it('runs', () => {
  const { plans, ...organisation } = demoWorld(1);
  for (const plan of plans) {
    const t = performance.now();
    const entries = forecast({ plan, launchedAt: instantAt(plan.start, '09:00'), organisation, rules: ruleBook, ids: { obligation: obligationId, round: roundId } });
    const ms = performance.now() - t;
    const lines = entries.map((e) => `${localDateOf(e.at)} ${localTimeOf(e.at)} ${e.kind} ${e.step} ${e.level ?? ''} ${e.rung ?? ''} n=${e.obligations} r=${e.rounds} owner=${e.owner.slice(0, 2)}(${e.owner.length}) ${JSON.stringify(e.recipients?.audiences ?? null)} posts=${e.recipients?.posts.length ?? 0} letters=${e.letters.length}/${e.letters.filter((l) => l.outcome === 'failed').length} ${e.warning?.map((w) => say(`forecast.${w.code}`, w.data)).join(' | ') ?? ''}`);
    require('fs').writeFileSync(`/tmp/forecast-${plan.code}.txt`, lines.join('\n'));
    console.log(plan.code, entries.length, 'entries', entries.reduce((n, e) => n + (e.kind === 'open' ? e.obligations : 0), 0), 'opened', entries.reduce((n, e) => n + e.letters.length, 0), 'letters', ms.toFixed(0), 'ms');
  }
});
