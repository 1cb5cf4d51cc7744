import type { DemoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { draw } from '../../apps/cli/src/demo/random.js';
import { randomPlan } from './random-plan.js';
import { staff } from './random-staff.js';
import { randomTree } from './random-tree.js';

/** An organisation of `units` units on three levels and the one campaign of this seed. */
export function randomWorld(seed: number, units: number): DemoWorld {
  const world = randomTree(units, draw(seed, 'tree'));
  const districts = world.units.filter(({ kind }) => kind === 'district').map(({ id }) => id);
  const plan = randomPlan(seed, districts);
  staff(world, seed, plan.start);
  return { ...world, indicators: [], plans: [plan] };
}
