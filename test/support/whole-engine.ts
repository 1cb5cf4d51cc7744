import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { Clock, type SteppedClock } from '#libs/clock';
import { CommandsModule } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { Reconciler } from '#libs/reconcile';
import { Store } from '#libs/store';
import { Engine } from '#libs/temporal';
import { TemporalWorkerHost } from '#libs/temporal/worker.js';
import { Stepper } from '../../apps/cli/src/demo/stepper.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { testMongoUri, testSmtp, testTemporalAddress, testWorkflowBundle, unique, type TestSmtp } from './servers.js';

export interface WholeEngine {
  app: INestApplicationContext;
  store: Store;
  stepper: Stepper;
  /** What its mail server took, in order of arrival. */
  mails: TestSmtp['mails'];
  /** Moves time instant by instant up to one, waiting each time until nothing is left to do. */
  walkTo(at: Date): Promise<void>;
  /** Moves time instant by instant until no process waits for any. */
  walkOn(): Promise<void>;
  close(): Promise<void>;
}

/** The whole engine in this process, on a database and a task queue of its own, on stepped time; empty. */
export async function wholeEngine(): Promise<WholeEngine> {
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

  const walk = async (until: Date | null): Promise<void> => {
    for (;;) {
      const next = stepper.nextWake;
      if (next === null || (until !== null && next > until)) return;
      await stepper.stepTo(next);
      await stepper.settle();
    }
  };
  const walkTo = async (at: Date): Promise<void> => {
    await walk(at);
    await stepper.stepTo(at);
    await stepper.settle();
  };
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
  return { app, store, stepper, mails: smtp.mails, walkTo, walkOn: () => walk(null), close };
}
