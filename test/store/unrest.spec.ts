import { fallAsleep, markRecorded, newProcess, raiseNudges, recordOnce, wake, type PendingEvent } from '#libs/store';
import { Unrest } from '../../apps/cli/src/demo/unrest.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const cohort = { type: 'cohortWorkflow', campaign: null, step: null, level: null } as const;
const [A, B] = ['cohort.c.report.unit.1', 'cohort.c.report.unit.2'];
const REPORT = 'c.report.report.u';
/** Longer than any word takes, ms; where nothing is over it is waited for in full. */
const LONG = 2_000;
const event: PendingEvent = {
  ...{ id: 'e', type: 'act', at: new Date(0), data: {} },
  actor: { post: null, person: null },
};

withServers('the driver of the demo hears', () => {
  let test: TestStore;
  let unrest: Unrest;
  beforeAll(async () => {
    test = await testStore();
    await test.store.processes.insertMany([A, B].map((_id) => newProcess({ _id, ...cohort })));
    await test.store.obligations.insertOne(storedReport(REPORT));
    unrest = new Unrest(test.store);
    unrest.start();
    // a stream tells of what happens after it is open, and does not tell when that is
    for (let n = 0; n < 100; n += 1) {
      await sleeps(A);
      if (await endsEarly(100)) break;
    }
    await sleeps(B);
  });
  afterAll(async () => {
    await unrest?.stop();
    await test?.close();
  });

  const sleeps = async (id: string): Promise<void> =>
    fallAsleep(test.store, id, await wake(test.store, id), null, false);
  const nudged = (...ids: string[]): Promise<void> => raiseNudges(test.store, ids);

  /** Whether it was over before all of the time had passed. */
  async function endsEarly(ms = LONG): Promise<boolean> {
    const began = performance.now();
    await unrest.over(ms);
    return performance.now() - began < ms - 5;
  }

  it('that all came to rest, and not that one of them did', async () => {
    await nudged(A, B);
    await sleeps(A);
    expect(await endsEarly(400)).toBe(false);
    const over = endsEarly();
    await sleeps(B);
    expect(await over).toBe(true);
  });

  it('of an outbox until its events are in the book', async () => {
    const { store } = test;
    await nudged(A);
    await recordOnce(store, 'obligations', REPORT, event);
    await sleeps(A);
    expect(await endsEarly(400)).toBe(false);
    const over = endsEarly();
    const filled = (await store.obligations.findOne({ _id: REPORT }))!;
    await markRecorded(store, 'obligations', [{ _id: REPORT, version: filled.version }]);
    expect(await over).toBe(true);
  });

  it('what it was told by the records: nothing is waited for that is over', async () => {
    await nudged(A);
    expect(await endsEarly(400)).toBe(false); // its rest is a word that never comes
    unrest.forget();
    await nudged(B);
    const over = endsEarly();
    await sleeps(B);
    expect(await over).toBe(true);
  });
});
