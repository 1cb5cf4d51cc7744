import type { ComingView } from '#libs/contracts/http/index.js';
import { comingActs, instantAt, OPENING_HOUR, rungTitle } from '#libs/domain';
import { sayTimeline } from '#libs/domain/timeline/sentence.js';
import { ruleBook } from '#libs/rules';
import type { CampaignDoc, ObligationDoc } from '#libs/store';
import { waitsFor } from '../campaigns/waits-for.js';

/** What the engine will do by itself on one obligation if nobody acts, from the same agenda it works by. */
export function comingOfObligation(obligation: ObligationDoc, now: Date): ComingView[] {
  const { step, level, clock, state, settled, parking } = obligation;
  if (settled) return [];
  const work = { step, level, state, clock, repairBy: parking?.until ?? null, count: 1 };
  return comingActs([work], now, null, ruleBook).map(({ at, act, rung }) => ({
    at: at.toISOString(),
    text: sayTimeline(`coming.${act}`, { rung: rungTitle(rung) }),
  }));
}

/** Steps still to open: on a fixed day, or when what they wait for has come. */
export function comingOfCampaign({ plan, steps, state }: CampaignDoc): ComingView[] {
  if (state !== 'launched' && state !== 'concluded') return [];
  const waiting = new Set(steps.filter((step) => step.state === 'waiting').map(({ id }) => id));
  return plan.steps
    .filter(({ id, skip }) => waiting.has(id) && !skip)
    .map(({ title, opens, after }): ComingView => {
      const at = opens === undefined ? null : instantAt(opens, OPENING_HOUR).toISOString();
      const waits = waitsFor(after, steps);
      if (waits.length === 0) return { at, text: sayTimeline('coming.step', { title }) };
      return { at, text: sayTimeline('coming.step-waits', { title, steps: waits.join('; ') }) };
    });
}
