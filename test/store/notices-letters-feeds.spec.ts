import { down, up } from '../../libs/store/migrations/20261122000000-notices-letters-feeds.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

withServers('the indexes of notices, letters and feeds', () => {
  let test: TestStore;
  beforeAll(async () => (test = await testStore()));
  afterAll(() => test?.close());

  it('are made once however often they are asked for, taken back, and let one token open one feed', async () => {
    const db = test.store.connection.db!;
    const before = (await db.collection('notices').indexes()).length;
    await up(db);
    await up(db);
    expect(await db.collection('notices').indexes()).toHaveLength(before + 1);
    const token = { hash: 'h', keyHash: 'k', at: new Date(0) };
    await test.store.calendarTokens.insertOne({ ...token, _id: 'a:focal' });
    await expect(test.store.calendarTokens.insertOne({ ...token, _id: 'b:focal' })).rejects.toMatchObject({
      code: 11000,
    });
    await down(db);
    expect(await db.collection('notices').indexes()).toHaveLength(before);
  });
});
