import { callSitting } from '../council/sitting.js';
import { attempt } from '../obligation/attempt.js';
import { dueSteps, type StepAct, type StepRecord } from '../plan/campaign-steps.js';
import { openingInstant } from '../plan/lay-out.js';
import type { StepSpec } from '../plan/plan.types.js';
import { layOutStep } from './lay-out-step.js';
import type { World } from './world.js';

/** Steps that are skipped, opened or finished now; the campaign concluded or closed. */
export function stepsDue(world: World): boolean {
  const { acts, next } = dueSteps({
    plan: world.input.plan,
    state: world.state,
    steps: world.steps,
    settled: settledSteps(world),
    now: world.now,
  });
  world.nextStep = next;
  const possible = acts.filter((act) => !('step' in act && world.stuck.has(act.step)));
  for (const act of possible) perform(world, act);
  return possible.length > 0;
}

/** Opened steps of which every round is finished; a council step also needs its minutes. */
function settledSteps({ steps, rounds, sessions }: World): Set<string> {
  const busy = new Set([...[...rounds.values()].map(({ step }) => step), ...sessions.map(({ step }) => step.id)]);
  return new Set(steps.filter(({ id, state }) => state === 'opened' && !busy.has(id)).map(({ id }) => id));
}

function perform(world: World, act: StepAct): void {
  const { now, book } = world;
  switch (act.do) {
    case 'skip':
      mark(world, act.step, { state: 'skipped', at: now, finishedAt: now, ground: act.ground });
      return book.tell(now, 'step_skipped', { step: act.step, ground: act.ground });
    case 'open':
      return open(world, act.step);
    case 'finish':
      mark(world, act.step, { state: 'finished', finishedAt: now });
      return book.tell(now, 'step_finished', { step: act.step });
    case 'conclude':
      world.state = 'concluded';
      return book.tell(now, 'concluded');
    case 'close':
      world.state = 'closed';
      return book.tell(now, 'closed');
  }
}

/** A step whose dates cannot be computed stays as it is, and so does everything that waits for it. */
function open(world: World, id: string): void {
  const { now, book, input } = world;
  const step = input.plan.steps.find((one) => one.id === id)!;
  const { result, cause } = attempt(() =>
    step.kind === 'council' ? call(world, step) : layOutStep(world, step, step),
  );
  if (result === null) {
    world.stuck.add(id);
    return book.tell(now, 'step_stuck', { step: id, warnings: [{ code: 'cannot-compute', data: {}, cause }] });
  }
  mark(world, id, { state: 'opened', at: openingInstant(step.opens, now) });
  book.tell(now, 'step_opened', { step: id, ...result });
}

function call(world: World, step: StepSpec): ReturnType<typeof layOutStep> {
  const { now, book, input } = world;
  const council = step.council!;
  const { closesAt, votes } = callSitting(step, council, now, input.rules.calendar(input.plan.calendar));
  const owed = layOutStep(world, step, votes);
  const { secretary, members } = council;
  world.sessions.push({ step, calledAt: openingInstant(step.opens, now), closesAt, secretary, counted: false });
  book.tell(now, 'session_called', { step: step.id, obligations: members.length, owner: [secretary] });
  return owed;
}

function mark(world: World, step: string, change: Partial<StepRecord>): void {
  world.steps = world.steps.map((record) => (record.id === step ? { ...record, ...change } : record));
}
