import { CampaignCommands } from '#libs/commands';
import { instantAt } from '#libs/domain';
import { Reconciler, type Found } from '#libs/reconcile';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { wholeEngine, type WholeEngine } from './whole-engine.js';

export const operator = { post: 'system:administrator', person: null, unit: 'system', role: 'administrator' };

export interface RunningCampaign extends WholeEngine {
  reconciler: Reconciler;
  /** What the reconciler finds, as `kind subject`, sorted. */
  kinds(found: Found[]): string[];
}

/**
 * The whole engine on a database and a task queue of its own, on stepped time, with one reporting campaign: launched on
 * Fri 28 August 2026, opened on Thu 3 September at 07:00, due on Thu 15 October, locked ten working days later.
 */
export async function runningCampaign(code: string, units: number): Promise<RunningCampaign> {
  const engine = await wholeEngine();
  const { app, store, stepper } = engine;
  await loadWorld(store, benchWorld(units));
  await stepper.begin(instantAt('2026-08-28', '09:00'));
  const commands = app.get(CampaignCommands);
  const due = { kind: 'by', date: '2026-10-15' } as const;
  await commands.draft(
    operator,
    benchPlan({ code, calendar: 'vn-5d', start: '2026-08-28', opens: '2026-09-03', due, lockAfter: 10 }),
  );
  await commands.launch(operator, code, { key: 'launch' });
  await stepper.settle();

  await engine.walkTo(instantAt('2026-09-03', '07:00'));

  const kinds = (found: Found[]): string[] => found.map(({ kind, subject }) => `${kind} ${subject}`).sort();
  return { ...engine, reconciler: app.get(Reconciler), kinds };
}
