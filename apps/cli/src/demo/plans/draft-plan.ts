import type { CampaignPlan, Indicator } from '#libs/domain';
import { composePlan, type PlanAnswers } from '#libs/domain/preparation/index.js';
import { readDemoData } from '../demo-data.js';
import type { World } from '../worlds/world.types.js';
import { gateData } from './gate-data.js';
import { readSeed } from './read-seed.js';

/** The five plans of the demo, by number. */
export const PLAN_NUMBERS = ['000', '001', '002', '003', '004'] as const;

/** All drafts of the demo for a world: what the reader finds in each text, completed by an officer's answers. */
export function draftPlans(world: World, indicators: readonly Indicator[]): CampaignPlan[] {
  return PLAN_NUMBERS.map((number) => {
    const { file, reading } = readSeed(number);
    const answers = readDemoData<PlanAnswers>('answers', `${number}.yaml`);
    const linked = { ...answers, indicators: gateData(number).indicators ?? {} };
    return composePlan({ name: file, reading }, linked, { ...world, indicators });
  });
}
