import type { CampaignPlan, Indicator, IndicatorDraft } from '#libs/domain';
import { readDemoData } from './demo-data.js';
import { draftPlans } from './plans/draft-plan.js';
import { buildWorlds } from './worlds/build-world.js';
import type { World } from './worlds/world.types.js';

export interface DemoWorld extends World {
  plans: CampaignPlan[];
  /** The catalogue as it stands when the plans are prepared. */
  indicators: Indicator[];
}

/** The organisations, people and campaign drafts of the demo. The same seed gives the same world, to the last address. */
export function demoWorld(seed: number): DemoWorld {
  const world = buildWorlds(seed);
  const indicators = demoIndicators();
  return { ...world, indicators, plans: draftPlans(world, indicators) };
}

const KEEPER = 'sl-snv';

function demoIndicators(): Indicator[] {
  const { indicators } = readDemoData<{ indicators: Partial<IndicatorDraft>[] }>('indicators.yaml');
  return indicators.map((one) => ({ owner: null, ...one, keeper: KEEPER, version: 1, deprecated: null }) as Indicator);
}
