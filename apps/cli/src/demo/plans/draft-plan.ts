import type { CampaignPlan } from '#libs/domain';
import { composePlan, type PlanAnswers } from '#libs/domain/preparation/index.js';
import { readDemoData } from '../demo-data.js';
import type { World } from '../worlds/world.types.js';
import { readSeed } from './read-seed.js';

/** The five plans of the demo, by number. */
export const PLAN_NUMBERS = ['000', '001', '002', '003', '004'] as const;

/** All drafts of the demo for a world: what the reader finds in each text, completed by an officer's answers. */
export function draftPlans(world: World): CampaignPlan[] {
  return PLAN_NUMBERS.map((number) => {
    const { file, reading } = readSeed(number);
    return composePlan({ name: file, reading }, readDemoData<PlanAnswers>('answers', `${number}.yaml`), world);
  });
}
