import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { Clock, type SteppedClock } from '#libs/clock';
import { CampaignCommands, CommandsModule } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { cohortId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import { Reconciler, type Found } from '#libs/reconcile';
import { Store, verifyBook } from '#libs/store';
import { Engine } from '#libs/temporal';
import { TemporalWorkerHost } from '#libs/temporal/worker.js';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { Stepper } from '../../apps/cli/src/demo/stepper.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import {
  testMongoUri,
  testSmtp,
  testTemporalAddress,
  testWorkflowBundle,
  unique,
  withServers,
  type TestSmtp,
} from '../support/servers.js';

const CODE = 'R1';
const UNITS = 50;
const operator = { post: 'system:administrator', person: null, unit: 'system', role: 'administrator' };
const cohort = cohortId(CODE, 'report', 'commune', 1);

withServers('the reconciler', () => {
  let smtp: TestSmtp;
  let app: INestApplicationContext;
  let store: Store;
  let stepper: Stepper;
  let reconciler: Reconciler;

  beforeAll(async () => {
    smtp = await testSmtp();
    const config = loadConfig({
      NODE_ENV: 'test',
      MONGODB_URI: testMongoUri(),
      MONGODB_DB: unique('reconcile'),
      TEMPORAL_ADDRESS: testTemporalAddress(),
      TEMPORAL_TASK_QUEUE: unique('reconcile'),
      SMTP_URL: smtp.url,
      CLOCK: 'stepped',
      WORKFLOW_BUNDLE: testWorkflowBundle().codePath,
    });
    @Module({ imports: [WorkerModule.with(config), CommandsModule], providers: [Reconciler] })
    class Whole {}
    app = await NestFactory.createApplicationContext(Whole, { logger: ['error'] });
    await app.get(TemporalWorkerHost).running();
    store = app.get(Store);
    reconciler = app.get(Reconciler);
    stepper = new Stepper(store, app.get<SteppedClock>(Clock), app.get(Engine));
    await loadWorld(store, { ...benchWorld(UNITS), plans: [] });
    await stepper.begin(instantAt('2026-08-28', '09:00'));
    const commands = app.get(CampaignCommands);
    const due = { kind: 'by', date: '2026-10-15' } as const;
    await commands.draft(
      operator,
      benchPlan({ code: CODE, calendar: 'vn-5d', start: '2026-08-28', opens: '2026-09-03', due, lockAfter: 10 }),
    );
    await commands.launch(operator, CODE, { key: 'launch' });
    await stepper.settle();
    await stepper.stepTo(instantAt('2026-09-03', '07:00'));
    await stepper.settle();
  });

  afterAll(async () => {
    const client = app.get(Client);
    const running = await store.processes.find({ finished: false }).toArray();
    await Promise.all(
      running.map(({ _id }) =>
        client.workflow
          .getHandle(_id)
          .terminate()
          .catch(() => undefined),
      ),
    );
    await app.close();
    await smtp.close();
  });

  const kinds = (found: Found[]): string[] => found.map(({ kind, subject }) => `${kind} ${subject}`).sort();

  it('finds nothing in a healthy campaign', async () => {
    const { checked, found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([]);
    expect(checked).toBeGreaterThan(2 * UNITS);
  });

  it('finds what was broken, mends it in the name of whoever asked, and then finds nothing', async () => {
    const [first, second, third, fourth] = await store.obligations.find({ cohort }).sort({ _id: 1 }).toArray();
    await app.get(Client).workflow.getHandle(cohort).terminate('test');
    await store.obligations.updateOne({ _id: first!._id }, { $set: { nextAt: null } });
    await store.rows.updateOne({ _id: second!._id }, { $set: { state: 'accepted' } });
    await store.rows.deleteOne({ _id: third!._id });
    await store.processes.deleteOne({ _id: cohortId(CODE, 'report', 'district', 1) });
    await store.headers.updateOne({ _id: fourth!.round }, { $set: { overdue: 7 } });

    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual(
      expect.arrayContaining([
        `clock-missing ${first!._id}`,
        `process-missing ${cohortId(CODE, 'report', 'district', 1)}`,
        `row-differs ${second!._id}`,
        `row-missing ${third!._id}`,
        `header-differs ${fourth!.round}`,
        `workflow-lost ${cohort}`,
      ]),
    );
    for (const { cause, repair } of found) expect(`${cause} ${repair}`).not.toMatch(/[{}]/);

    const mended = await reconciler.repair(found, operator.post);
    expect(mended).toHaveLength(found.length);
    await stepper.settle();
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
    expect((await app.get(Client).workflow.getHandle(cohort).describe()).status.name).toBe('RUNNING');
    const told = await store.journal.findOne({ book: CODE, type: 'repaired' });
    expect(told?.actor.post).toBe(operator.post);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
  });

  it('does not mend a book, but says from which entry it is broken', async () => {
    await store.journal.updateOne({ _id: `${CODE}#1` }, { $set: { type: 'other' } });
    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([`journal-broken ${CODE}`]);
    expect(await reconciler.repair(found, operator.post)).toEqual([]);
  });
});
