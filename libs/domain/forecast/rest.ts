import type { StepSpec } from '../plan/plan.types.js';
import type { ForecastWarning } from './forecast.types.js';
import { answering, type Group, type World } from './world.js';

/** Where nothing comes by itself any more and the campaign is not closed: who must act for it to go on. */
export function rest(world: World): void {
  if (world.state === 'closed') return;
  const { now, book, input, steps, stuck } = world;
  for (const group of world.groups) if (group.state === 'open') waits(world, group);
  for (const { id, state } of steps) {
    if (state !== 'waiting' || stuck.has(id)) continue;
    const spec = input.plan.steps.find((step) => step.id === id)!;
    book.tell(now, 'rests', { step: id, warnings: [neverOpens(world, spec)] });
  }
}

/** What is open and has no lock is owed for ever. */
function waits({ now, book }: World, { step, level, owed }: Group): void {
  if (owed.length === 0) return;
  const owner = answering(owed);
  book.tell(now, 'rests', {
    step,
    level,
    obligations: owed.length,
    rounds: owed.map(({ round }) => round),
    owner,
    warnings: [{ code: 'waits-for-ever', data: { count: owed.length, posts: owner.slice(0, 3).join(', ') } }],
  });
}

/** A follow-up waits for the conclusion, any other step for what stands in its conditions. */
function neverOpens({ steps }: World, { after, kind }: StepSpec): ForecastWarning {
  const over = (id: string): boolean =>
    steps.some((one) => one.id === id && ['finished', 'skipped'].includes(one.state));
  const titles = after.filter(({ step }) => !over(step)).map(({ step }) => steps.find(({ id }) => id === step)!.title);
  return { code: 'never-opens', data: kind === 'follow_up' ? { steps: 'conclusion' } : { steps: titles.join(', ') } };
}
