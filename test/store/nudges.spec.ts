import { fallAsleep, markTold, newProcess, raiseNudges, untoldProcesses, wake } from '#libs/store';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const dispatch = {
  _id: 'dispatch.instant',
  type: 'dispatchWorkflow',
  campaign: null,
  step: null,
  level: null,
} as const;
const cohort = { ...dispatch, _id: 'cohort.c.report.unit.1', type: 'cohortWorkflow' } as const;

withServers('nudges raised in the record of a process', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await testStore();
  });
  afterAll(() => test?.close());

  const one = async (id: string) => (await test.store.processes.findOne({ _id: id }))!;
  const untold = async (): Promise<string[]> => (await untoldProcesses(test.store)).map(({ _id }) => _id).sort();
  const sleep = async (id: string): Promise<void> =>
    fallAsleep(test.store, id, await wake(test.store, id), null, false);

  it('keep it awake until it has looked, whatever becomes of the signal', async () => {
    const { store } = test;
    await store.processes.insertOne(newProcess(cohort));
    await sleep(cohort._id);
    expect(await one(cohort._id)).toMatchObject({ awake: false, nudge: 1, seen: 1 });
    await raiseNudges(store, [cohort._id, 'session.nobody']);
    expect(await one(cohort._id)).toMatchObject({ awake: true, untold: true, nudge: 2, seen: 1 });
    expect(await one('session.nobody')).toBeNull();
    await markTold(store, await untoldProcesses(store));
    expect(await one(cohort._id)).toMatchObject({ awake: true, untold: false });
    await sleep(cohort._id);
    expect(await one(cohort._id)).toMatchObject({ awake: false, nudge: 2, seen: 2 });
  });

  it('that come while the earlier one is being told are told again', async () => {
    const { store } = test;
    await raiseNudges(store, [cohort._id]);
    const asRead = await untoldProcesses(store);
    await raiseNudges(store, [cohort._id]);
    await markTold(store, asRead);
    expect(await untold()).toEqual([cohort._id]);
    await markTold(store, await untoldProcesses(store));
    expect(await untold()).toEqual([]);
  });

  it('that come while it looks leave it awake', async () => {
    const { store } = test;
    const turn = await wake(store, cohort._id);
    await raiseNudges(store, [cohort._id]);
    await fallAsleep(store, cohort._id, turn, null, false);
    expect(await one(cohort._id)).toMatchObject({ awake: true, untold: true });
    await markTold(store, await untoldProcesses(store));
  });

  it('make the record of a dispatch that is missing, once, also from two sides', async () => {
    const { store } = test;
    await Promise.all([raiseNudges(store, [], dispatch), raiseNudges(store, [], dispatch)]);
    expect(await one(dispatch._id)).toMatchObject({ awake: true, untold: true, seen: 0 });
    expect(await untold()).toEqual([dispatch._id]);
  });
});
