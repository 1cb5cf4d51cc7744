import { setTimeout as pause } from 'node:timers/promises';
import { underMigrationLock } from '#libs/store/migration-lock.js';
import { INDEXES } from '#libs/store/indexes.js';
import { draftOf, entriesOf, type Store } from '#libs/store';
import { down, up } from '../../libs/store/migrations/20261121000000-indexes.js';
import * as draftsByField from '../../libs/store/migrations/20261122030000-drafts-by-field.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

/** Shorter than the house's five seconds, so that the stories are. */
const LEASE_MS = 400;

withServers('bringing a database to its newest form', () => {
  let test: TestStore;
  let processes: Store[];
  beforeAll(async () => {
    test = await testStore();
    processes = await Promise.all(Array.from({ length: 5 }, () => test.another()));
  });
  afterAll(() => test?.close());

  const locked = <T>(store: Store, work: () => Promise<T>): Promise<T> =>
    underMigrationLock(store.connection.db!, work, LEASE_MS);

  /** As a replica of the API does at its start: tries until the lock is free. */
  async function patiently<T>(store: Store, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await locked(store, work);
      } catch (error) {
        if (!/lock/.test((error as Error).message)) throw error;
        await pause(20);
      }
    }
  }

  it('is done by one process at a time, however many start together', async () => {
    let inside = 0;
    const crowds: number[] = [];
    const work = async (): Promise<void> => {
      crowds.push((inside += 1));
      await pause(30);
      inside -= 1;
    };
    await Promise.all(processes.map((store) => patiently(store, work)));
    expect(crowds).toEqual(processes.map(() => 1));
    expect(await test.store.connection.collection('migration_lock').countDocuments({})).toBe(0);
  });

  it('keeps the lock while it lasts, and gives it back when it fails', async () => {
    const [slow, other] = processes;
    const long = locked(slow!, () => pause(3 * LEASE_MS));
    await pause(2 * LEASE_MS);
    await expect(locked(other!, async () => 'in')).rejects.toThrow(/lock/);
    await long;
    await expect(locked(slow!, () => Promise.reject(new Error('no index')))).rejects.toThrow('no index');
    expect(await locked(other!, async () => 'in')).toBe('in');
  });

  it('goes on soon after a process that was killed in the middle of it', async () => {
    const lease = { _id: 'migration', owner: 'killed', until: new Date(Date.now() + LEASE_MS) };
    await test.store.connection.collection('migration_lock').insertOne(lease as never);
    await expect(locked(processes[0]!, async () => 'in')).rejects.toThrow(/lock/);
    expect(await patiently(processes[0]!, async () => 'in')).toBe('in');
  });

  it('turns a draft that was kept whole into fields, twice to no harm, and loses nothing that was typed', async () => {
    const db = test.store.connection.db!;
    const old = {
      content: {
        figures: [
          { target: 'T1', value: 3, status: 'final', explanation: 'đúng' },
          { target: 'T2', value: null, status: 'estimated', reason: 'chưa có' },
        ],
        narrative: 'Lời chung.',
        sections: { results: 'Đạt' },
      },
      ...{ obligation: 'o1', revision: 4, by: 'x:focal', at: new Date(0), key: 'x:focal|k' },
    };
    const typing = { value: '7', by: 'x:head', person: null, at: new Date(1), revision: 5 };
    const half = { ...old, obligation: 'o2', content: {}, form: 'f', fields: { 'figures/T1/final/value': typing } };
    await db.collection('drafts').insertMany([
      { _id: 'o1', ...old },
      { _id: 'o2', ...half },
    ] as never);
    await draftsByField.up(db);
    const once = await db.collection('drafts').find({}).sort({ _id: 1 }).toArray();
    await draftsByField.up(db);
    expect(await db.collection('drafts').find({}).sort({ _id: 1 }).toArray()).toEqual(once);
    const [first, second] = await Promise.all(['o1', 'o2'].map((id) => draftOf(test.store, id)));
    expect(entriesOf(first!)).toEqual({
      'figures.T1.final.value': 3,
      'figures.T1.explanation': 'đúng',
      'figures.T2.reason': 'chưa có',
      'sections.results': 'Đạt',
    });
    expect(first).toMatchObject({ revision: 4, earlier: old.content, form: '' });
    expect(second).toMatchObject({ form: 'f', fields: { 'figures/T1/final/value': typing } });
    for (const draft of once) expect(draft).not.toHaveProperty('content');
  });

  it('makes every index the house asks questions by, and is harmless when it is done again', async () => {
    const db = test.store.connection.db!;
    await down(db);
    for (const _ of ['first', 'again']) {
      await up(db);
      for (const [collection, wanted] of Object.entries(INDEXES)) {
        const there = await db.collection(collection).indexes();
        expect(there).toHaveLength(wanted.length + 1);
        for (const [key, options = {}] of wanted) {
          const found = there.find((index) => JSON.stringify(index.key) === JSON.stringify(key));
          expect({ collection, key, found }).toMatchObject({ found: options });
        }
      }
    }
  });
});
