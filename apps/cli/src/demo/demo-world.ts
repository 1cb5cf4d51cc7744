import type { CampaignPlan } from '#libs/domain';
import { draftPlans } from './plans/draft-plan.js';
import { buildWorlds } from './worlds/build-world.js';
import type { World } from './worlds/world.types.js';

export interface DemoWorld extends World {
  plans: CampaignPlan[];
}

/** The organisations, people and campaign drafts of the demo. The same seed gives the same world, to the last address. */
export function demoWorld(seed: number): DemoWorld {
  const world = buildWorlds(seed);
  return { ...world, plans: draftPlans(world) };
}
