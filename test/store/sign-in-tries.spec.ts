import { Devices } from '#libs/accounts/devices.js';
import { GROWING, OF_NETWORK } from '#libs/accounts/limits/rules.js';
import { counted, Tries } from '#libs/accounts/limits/tries.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const T0 = Date.parse('2026-11-22T01:00:00Z');
const at = (seconds: number): Date => new Date(T0 + seconds * 1_000);

withServers('tries at the door', () => {
  let test: TestStore;
  let processes: Tries[];
  beforeAll(async () => {
    test = await testStore();
    processes = [new Tries(test.store), new Tries(await test.another()), new Tries(await test.another())];
  });
  afterAll(() => test?.close());

  it('are counted by all processes together: of sixty at once ten pass in a sliding minute, and each freed place is given once', async () => {
    const network = counted(OF_NETWORK, 'network', '203.0.113.7');
    const all = (seconds: number) =>
      Promise.all(Array.from({ length: 60 }, (_, n) => processes[n % 3]!.take(network, at(seconds))));
    const first = await all(0);
    expect(first.filter((wait) => wait === 0)).toHaveLength(10);
    expect(first.filter((wait) => wait === 6)).toHaveLength(50); // 60 s / 10
    expect((await all(5)).filter((wait) => wait === 0)).toHaveLength(0);
    expect((await all(6)).filter((wait) => wait === 0)).toHaveLength(1);
    expect((await all(30)).filter((wait) => wait === 0)).toHaveLength(4);
    expect((await all(600)).filter((wait) => wait === 0)).toHaveLength(10);
  });

  it('begin anew after a good one', async () => {
    const [tries] = processes;
    const key = counted(GROWING, 'account', 'a');
    for (let n = 0; n < 6; n += 1) await tries!.take(key, at(n));
    expect(await tries!.take(key, at(6))).toBe(1);
    await tries!.giveBack([key]);
    expect(await tries!.take(key, at(6))).toBe(0);
    const network = counted(OF_NETWORK, 'network', 'good ones');
    for (let n = 0; n < 50; n += 1) {
      expect(await tries!.take(network, at(0))).toBe(0);
      await tries!.giveBack([network]);
    }
  });

  it('of many at once on a growing pause only one passes at a time', async () => {
    const key = counted(GROWING, 'account', 'c');
    for (let n = 0; n < 5; n += 1) await processes[0]!.take(key, at(0));
    const waits = await Promise.all(Array.from({ length: 30 }, (_, n) => processes[n % 3]!.take(key, at(1))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
  });

  it('keep no address and no network', async () => {
    const kept = JSON.stringify(await test.store.tries.find().toArray());
    expect(kept).not.toContain('203.0.113.7');
  });

  it('know a device by a signature that stands for one account only, and remember the last eight accounts of a shared machine', async () => {
    const devices = new Devices(test.store);
    const other = new Devices(await test.another());
    let cookie = await devices.remember(undefined, 'a@x.test');
    const [device] = cookie.split('.');
    expect(await other.knownBy(cookie, 'a@x.test')).toBe(device);
    expect(await other.knownBy(cookie, 'b@x.test')).toBeNull();
    expect(await other.knownBy(`${'A'.repeat(22)}.${cookie.split('.')[1]}`, 'a@x.test')).toBeNull();
    expect(await other.knownBy('', 'a@x.test')).toBeNull();
    expect(await other.knownBy('x'.repeat(100_000), 'a@x.test')).toBeNull();
    for (let n = 0; n < 8; n += 1) cookie = await devices.remember(cookie, `${n}@x.test`);
    expect(cookie.split('.')).toHaveLength(9);
    expect(await devices.knownBy(cookie, '0@x.test')).toBe(device);
    expect(await devices.knownBy(cookie, 'a@x.test')).toBeNull();
  });
});
