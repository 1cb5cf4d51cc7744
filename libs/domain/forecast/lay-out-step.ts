import { clockKey } from '../ladder/agenda.js';
import { layOut, type LayOutInput } from '../plan/lay-out.js';
import type { StepSpec } from '../plan/plan.types.js';
import { localDateOf } from '../time/local-date.js';
import { answering, type Group, type World } from './world.js';

type What = Pick<LayOutInput, 'duties' | 'origin' | 'lines'>;

/**
 * Lays out duties of a step at this instant, as the engine does.
 * @returns what there is to tell of them  @throws UnknownCalendarYear
 */
export function layOutStep(
  world: World,
  step: StepSpec,
  { duties, origin, lines }: What,
): { obligations: number; rounds: string[]; owner: string[] } {
  const { plan, rules, ids } = world.input;
  const tree = world.staff.treeOn(localDateOf(world.now));
  const extra = { ...(origin ? { origin } : {}), ...(lines ? { lines } : {}) };
  const laidOut = layOut({ plan, step, duties, tree, rules, ids, openedAt: world.now, ...extra });
  const rounds = laidOut.rounds.map(({ _id }) => _id);
  for (const { _id, level, expected } of laidOut.rounds)
    world.rounds.set(_id, { step: step.id, level, owing: expected });
  const groups = new Map<string, Group>();
  for (const owed of laidOut.obligations) {
    const { level, clock, nextAt } = owed;
    const key = `${level}|${clockKey(clock)}`;
    const group = groups.get(key) ?? { step: step.id, level, clock, owed: [], state: 'scheduled', nextAt };
    group.owed.push(owed);
    groups.set(key, group);
  }
  world.groups.push(...groups.values());
  return { obligations: laidOut.obligations.length, rounds, owner: answering(laidOut.obligations) };
}
