import { guardedWrite, type Written } from '../../libs/commands/guarded-write.js';
import { writeGuarded, type GuardedChange, type ObligationDoc, type Store } from '#libs/store';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const WRITERS = 50;
const PROCESSES = 5;
const at = new Date('2025-06-12T02:00:00Z');
const writers = Array.from({ length: WRITERS }, (_, n) => n);

withServers('fifty writers on one document', () => {
  let test: TestStore;
  let stores: Store[];
  beforeAll(async () => {
    test = await testStore();
    stores = await Promise.all(Array.from({ length: PROCESSES }, () => test.another()));
  });
  afterAll(() => test?.close());

  const report = async (id: string): Promise<ObligationDoc> => (await test.store.obligations.findOne({ _id: id }))!;
  const change = (id: string, n: number, key = `key-${n}`): GuardedChange => ({
    id,
    version: 1,
    set: { title: `lần ${n}` },
    events: [{ id: `${id}@2#${n}`, type: 'received', at, actor: { post: null, person: null }, data: {} }],
    command: { key, bodyHash: 'b', receipt: { n } },
  });

  it('who all saw the same version: exactly one wins, its receipt, event and field together', async () => {
    await test.store.obligations.insertOne(storedReport('one-version', { version: 1 }));
    const receipts = await Promise.all(
      writers.map((n) => writeGuarded(stores[n % PROCESSES]!, 'obligations', change('one-version', n))),
    );
    const won = receipts.flatMap((receipt, n) => (receipt ? [n] : []));
    expect(won).toHaveLength(1);
    const [winner] = won;
    expect(receipts[winner!]).toEqual({ n: winner });
    expect(await report('one-version')).toMatchObject({
      version: 2,
      revision: 1,
      title: `lần ${winner}`,
      hasPending: true,
      pending: [{ id: `one-version@2#${winner}` }],
      commands: [{ key: `key-${winner}` }],
    });
  });

  it('who decide again when they lose: each version is won once and no command is lost', async () => {
    await test.store.obligations.insertOne(storedReport('all-versions', { version: 1 }));
    const written = (n: number, version: number): Written<{ n: number }> => ({
      refused: false,
      next: { title: `lần ${n}` },
      events: [{ type: 'received', at, actor: { post: null, person: null }, data: { n, version } }],
      receipt: { n },
    });
    const outcomes = await Promise.all(
      writers.map(async (n) => {
        for (;;) {
          const input = { key: `key-${n}`, post: 'xa-1:focal', body: { n }, at };
          const outcome = await guardedWrite<ObligationDoc, { n: number }>(
            stores[n % PROCESSES]!,
            'obligations',
            'all-versions',
            input,
            ({ version }) => written(n, version),
          );
          if (outcome.ok) return outcome.receipt.n;
        }
      }),
    );
    expect(outcomes).toEqual(writers);
    const { version, revision, pending, commands } = await report('all-versions');
    const seen = pending.map(({ data }) => data.version as number);
    expect([version, revision]).toEqual([WRITERS + 1, WRITERS]);
    expect(seen).toEqual(writers.map((n) => n + 1));
    expect(pending.map(({ data }) => data.n as number).sort((a, b) => a - b)).toEqual(writers);
    expect(commands).toHaveLength(WRITERS);
  });

  it('one of whom pressed twice: one receipt and one change, through whichever door', async () => {
    await test.store.obligations.insertOne(storedReport('twice', { version: 1 }));
    let decided = 0;
    const press = (store: Store) => pressWith(store, 'twice', { a: 1 }, () => (decided += 1));
    const receipts = await Promise.all(stores.flatMap((store) => [press(store), press(store)]));
    expect(new Set(receipts.map((one) => one.ok && one.receipt.number)).size).toBe(1);
    const { version, commands } = await report('twice');
    expect([version, commands.map(({ key }) => key)]).toEqual([2, ['xa-1:focal|same']]);
    expect(await press(stores[0]!)).toMatchObject({ ok: true, replayed: true });
  });

  it('two of whom used one key for two things: one is done, the other refused, never answered with a receipt that is not its own', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = `two-things-${round}`;
      await test.store.obligations.insertOne(storedReport(id, { version: 1 }));
      const answers = await Promise.all(stores.map((store, n) => pressWith(store, id, { n }, () => n)));
      const taken = answers.flatMap((one, n) => (one.ok ? [[n, one.receipt.number]] : []));
      expect(taken).toHaveLength(1);
      expect(taken[0]![0]).toBe(taken[0]![1]);
      expect(answers.filter((one) => !one.ok && one.status === 422)).toHaveLength(PROCESSES - 1);
    }
  });

  const pressWith = (store: Store, id: string, body: object, number: () => number) =>
    guardedWrite<ObligationDoc, { number: number }>(
      store,
      'obligations',
      id,
      { key: 'same', post: 'xa-1:focal', body, at },
      () => ({ refused: false, next: {}, events: [], receipt: { number: number() } }),
    );
});
