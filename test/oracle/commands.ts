import { type Action } from './dump.types.js';
import { type Laid } from './lay-out.js';
import { dayOf } from './time.js';
import { pickUnits } from './tree.js';
import { type World } from './world.js';

/** Does a command on the whole campaign reach this obligation? What is laid out after it knows nothing of it. */
export function concerns(world: World, laid: Laid, { at, type, select = {} }: Action): boolean {
  const now = Date.parse(at);
  if (now < laid.laidAt) return false;
  if (type === 'resume') return true;
  if (type !== 'extend_many') return false;
  const { step, level, units, obligations } = select;
  return (
    (step === undefined || step === laid.step.id) &&
    (level === undefined || level === laid.duty.level) &&
    (!units || pickUnits(world, laid.plan, units, dayOf(now)).includes(laid.subject)) &&
    (!obligations || obligations.includes(laid.id))
  );
}
