import { Client } from '@temporalio/client';
import mongoose from 'mongoose';
import { Notices } from '#activities';
import { Clock, type SteppedClock } from '#libs/clock';
import { cohortId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import { Store, verifyBook } from '#libs/store';
import { CohortActivities } from '../../activities/cohort.activities.js';
import { dueActs } from '../../activities/cohort/due-acts.js';
import { MassActs } from '../../activities/cohort/mass-acts.js';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { testMongoUri, withServers } from '../support/servers.js';

const CODE = 'U1';
const DISTRICTS = 20;
const cohort = cohortId(CODE, 'report', 'district', 1);
const reminder = instantAt('2026-10-01', '07:00');

/** A store that is gone in the moment a mass act wants to record itself: everything before has been written. */
const cutBeforeRecord = (store: Store): Store =>
  new Proxy(store, {
    get: (target, field) => {
      if (field === 'recorded') throw new Error('terminated here');
      return Reflect.get(target, field) as unknown;
    },
  });

withServers('a mass act whose workflow is terminated before the act is recorded', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
  });
  afterAll(() => campaign?.close());

  const told = (act: string) => campaign.store.journal.countDocuments({ eventId: { $regex: `^${escaped(act)}` } });
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  it('is found, completed by the repair, and told exactly once', async () => {
    const { app, store, stepper, reconciler, kinds, walkTo } = campaign;
    await walkTo(instantAt('2026-09-30', '12:00'));
    await app.get(Client).workflow.getHandle(cohort).terminate('test');
    await app.get<SteppedClock>(Clock).moveTo(reminder);
    const [act] = await dueActs(store, cohort, reminder);
    const cut = new MassActs(cutBeforeRecord(store), app.get(Notices));
    await expect(cut.perform(cohort, act!, reminder)).rejects.toThrow('terminated here');
    expect(await store.obligations.countDocuments({ lastAct: act!.id })).toBe(DISTRICTS);
    expect(await told(act!.id)).toBe(0);

    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([`act-unrecorded ${CODE}.report.district.bx`, `workflow-lost ${cohort}`]);
    await reconciler.repair(found, operator.post);
    await stepper.begin(reminder);
    await stepper.settle();

    expect(await told(act!.id)).toBe(1);
    const entry = await store.journal.findOne({ eventId: { $regex: `^${escaped(act!.id)}` } } as never);
    expect(entry).toMatchObject({ type: 'act', at: reminder, data: { acts: [{ act: 'remind', rung: 'remind-10' }] } });
    expect(entry!.data.obligations).toHaveLength(DISTRICTS);
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
  });

  it('is completed before the next act, however late the workflow comes back', async () => {
    const { app, store, stepper, reconciler, kinds, walkTo } = campaign;
    await walkTo(instantAt('2026-10-07', '12:00'));
    await app.get(Client).workflow.getHandle(cohort).terminate('test');
    const [five, two] = [instantAt('2026-10-08', '07:00'), instantAt('2026-10-13', '07:00')];
    await app.get<SteppedClock>(Clock).moveTo(five);
    const [act] = await dueActs(store, cohort, five);
    await expect(new MassActs(cutBeforeRecord(store), app.get(Notices)).perform(cohort, act!, five)).rejects.toThrow();
    await stepper.stepTo(two); // its nudge starts the workflow again, five days late
    await stepper.settle();
    const rungs = await store.journal
      .find({ type: 'act', 'data.acts.act': 'remind' } as never)
      .sort({ seq: 1 })
      .toArray();
    expect(rungs.map(({ data }) => (data.acts as { rung: string }[])[0]!.rung)).toEqual([
      'remind-10',
      'remind-5',
      'remind-2',
    ]);
    expect(rungs.map(({ data }) => (data.obligations as unknown[]).length)).toEqual(Array(3).fill(DISTRICTS));
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
  });

  it('whose obligations never moved leaves nothing behind', async () => {
    const { store, reconciler, stepper, kinds } = campaign;
    const [round] = await store.rounds.find({ cohort }).toArray();
    const intent = { id: `${cohort}|never`, until: reminder, acts: [], skipped: [] };
    await store.rounds.updateOne({ _id: round!._id }, { $push: { intents: intent } } as never);
    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([`act-unrecorded ${round!._id}`]);
    await reconciler.repair(found, operator.post);
    await stepper.settle();
    expect((await store.rounds.findOne({ _id: round!._id }))!.intents).toEqual([]);
    expect(await told(intent.id)).toBe(0);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
  });

  it('is looked for without a store command more than an examination at rest needs anyway', async () => {
    const { app, store } = campaign;
    const connection = await mongoose
      .createConnection(testMongoUri(), { dbName: store.connection.name, monitorCommands: true })
      .asPromise();
    const commands: string[] = [];
    connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
    const watched = new CohortActivities(new Store(connection), app.get(Clock), app.get(MassActs));
    await watched.examineCohort(cohort);
    expect(commands.sort()).toEqual(['aggregate', 'aggregate', 'find', 'find', 'findAndModify', 'update']);
    await connection.close();
  });
});
