import { setTimeout as pause } from 'node:timers/promises';
import { recordEach, recordOnce, type PendingEvent, type RecordedName } from '#libs/store';
import { OutboxWatch } from '../../apps/worker/src/relay/outbox-watch.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const event = (id: string): PendingEvent => ({
  ...{ id, type: 'act', at: new Date(0), data: {} },
  actor: { post: null, person: null },
});

withServers('the relay hears of events', () => {
  let test: TestStore;
  let watch: OutboxWatch;
  const heard: RecordedName[] = [];
  beforeAll(async () => {
    test = await testStore();
    watch = new OutboxWatch(test.store, (collection) => heard.push(collection));
    watch.start();
    // a stream tells of what happens after it is open, and does not tell when that is
    for (let n = 0; heard.length === 0 && n < 100; n += 1) {
      await test.store.sessions.insertOne({ _id: `${n}`, hasPending: true } as never);
      await pause(100);
    }
    await pause(300);
  });
  afterAll(async () => {
    await watch?.stop();
    await test?.close();
  });

  /** What is heard within a moment of the write. */
  async function hears(write: () => Promise<unknown>): Promise<RecordedName[]> {
    heard.length = 0;
    await write();
    for (let waited = 0; heard.length === 0 && waited < 2_000; waited += 20) await pause(20);
    return [...new Set(heard)];
  }

  it('when a document is born with one, gets one by an update, or by a pipeline that replaces it', async () => {
    const { store } = test;
    const born = storedReport('born', { hasPending: true, pending: [event('1')] });
    expect(await hears(() => store.obligations.insertOne(born))).toEqual(['obligations']);
    await store.obligations.insertOne(storedReport('updated'));
    expect(await hears(() => recordOnce(store, 'obligations', 'updated', event('2')))).toEqual(['obligations']);
    await store.rounds.insertOne({ _id: 'r', version: 1, pending: [], intents: [] } as never);
    const each = () => recordEach(store, 'rounds', new Map([['r', event('3')]]), { only: {} });
    expect(await hears(each)).toEqual(['rounds']);
  });

  it('and not when a document changes that has none', async () => {
    const { store } = test;
    await store.obligations.insertOne(storedReport('quiet'));
    heard.length = 0;
    await store.obligations.updateOne({ _id: 'quiet' }, { $set: { title: 'x' } });
    await store.processes.insertOne({ _id: 'p', hasPending: true } as never);
    await pause(300);
    expect(heard).toEqual([]);
  });
});
