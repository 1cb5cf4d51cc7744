import type { CampaignPlan, StepSpec } from '#libs/domain';
import { apiWorld, openStep, plan, type ApiWorld } from '../e2e/api-world.js';
import { at, openBrowser, type Screen, type Size } from './chromium.js';

export interface SeenWorld extends ApiWorld {
  /** Somebody at a screen of its console, acting for a post. @param size a desk unless said */
  at(post: string | null, size?: Size): Promise<Screen>;
}

/** The API of a world, and a browser on its console; closed together. */
export async function seenWorld(): Promise<SeenWorld> {
  const world = await apiWorld();
  const [base, browser] = await Promise.all([world.app.getUrl(), openBrowser()]).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  return {
    ...world,
    at: (post, size) => at(browser, base, post, size),
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}

/** Makes and launches a campaign as the office of the small world does, and opens steps of it on their days. */
export async function launch(
  world: ApiWorld,
  of: CampaignPlan = plan,
  open: readonly StepSpec[] = [of.steps[0]!],
): Promise<void> {
  const office = world.as('ta-office:focal');
  await office.write('post', '/api/campaigns', of).expect(201);
  await office.write('post', `/api/campaigns/${of.code}/launch`, {}).expect(201);
  for (const step of open) await openStep(world, of, step, new Date(`${step.opens!}T00:00:00Z`));
}

/** A world with a launched campaign, to be looked at. @see launch */
export async function launchedWorld(of?: CampaignPlan, open?: readonly StepSpec[]): Promise<SeenWorld> {
  const world = await seenWorld();
  await launch(world, of, open).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  return world;
}
