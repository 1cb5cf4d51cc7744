import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { Clock, type SteppedClock } from '#libs/clock';
import { CampaignCommands, CommandsModule } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { instantAt } from '#libs/domain';
import { Reconciler, type Found } from '#libs/reconcile';
import { Store } from '#libs/store';
import { Engine } from '#libs/temporal';
import { TemporalWorkerHost } from '#libs/temporal/worker.js';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { Stepper } from '../../apps/cli/src/demo/stepper.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { testMongoUri, testSmtp, testTemporalAddress, testWorkflowBundle, unique } from './servers.js';

export const operator = { post: 'system:administrator', person: null, unit: 'system', role: 'administrator' };

export interface RunningCampaign {
  app: INestApplicationContext;
  store: Store;
  stepper: Stepper;
  reconciler: Reconciler;
  /** Moves time instant by instant, waiting each time until nothing is left to do. */
  walkTo(at: Date): Promise<void>;
  /** What the reconciler finds, as `kind subject`, sorted. */
  kinds(found: Found[]): string[];
  close(): Promise<void>;
}

/**
 * The whole engine on a database and a task queue of its own, on stepped time, with one reporting campaign: launched on
 * Fri 28 August 2026, opened on Thu 3 September at 07:00, due on Thu 15 October, locked ten working days later.
 */
export async function runningCampaign(code: string, units: number): Promise<RunningCampaign> {
  const smtp = await testSmtp();
  const config = loadConfig({
    NODE_ENV: 'test',
    MONGODB_URI: testMongoUri(),
    MONGODB_DB: unique('running'),
    TEMPORAL_ADDRESS: testTemporalAddress(),
    TEMPORAL_TASK_QUEUE: unique('running'),
    SMTP_URL: smtp.url,
    CLOCK: 'stepped',
    WORKFLOW_BUNDLE: testWorkflowBundle().codePath,
  });
  @Module({ imports: [WorkerModule.with(config), CommandsModule], providers: [Reconciler] })
  class Whole {}
  const app = await NestFactory.createApplicationContext(Whole, { logger: ['error'] });
  await app.get(TemporalWorkerHost).running();
  const store = app.get(Store);
  const stepper = new Stepper(store, app.get<SteppedClock>(Clock), app.get(Engine));
  await loadWorld(store, { ...benchWorld(units), plans: [] });
  await stepper.begin(instantAt('2026-08-28', '09:00'));
  const commands = app.get(CampaignCommands);
  const due = { kind: 'by', date: '2026-10-15' } as const;
  await commands.draft(
    operator,
    benchPlan({ code, calendar: 'vn-5d', start: '2026-08-28', opens: '2026-09-03', due, lockAfter: 10 }),
  );
  await commands.launch(operator, code, { key: 'launch' });
  await stepper.settle();

  const walkTo = async (at: Date): Promise<void> => {
    for (let next = await stepper.nextWake(); next !== null && next <= at; next = await stepper.nextWake()) {
      await stepper.stepTo(next);
      await stepper.settle();
    }
    await stepper.stepTo(at);
    await stepper.settle();
  };
  await walkTo(instantAt('2026-09-03', '07:00'));

  const close = async (): Promise<void> => {
    const { workflow } = app.get(Client);
    const running = await store.processes.find({ finished: false }).toArray();
    await Promise.all(
      running.map(({ _id }) =>
        workflow
          .getHandle(_id)
          .terminate()
          .catch(() => undefined),
      ),
    );
    await app.close();
    await smtp.close();
  };
  const kinds = (found: Found[]): string[] => found.map(({ kind, subject }) => `${kind} ${subject}`).sort();
  return { app, store, stepper, reconciler: app.get(Reconciler), walkTo, kinds, close };
}
