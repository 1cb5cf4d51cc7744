import {
  chain,
  headOf,
  insertMissing,
  isDuplicateKey,
  keepNote,
  onlyDuplicates,
  raiseNudge,
  verifyBook,
  type JournalDoc,
  type PendingEvent,
  type SheetRowDoc,
} from '#libs/store';
import { BookLease } from '../../apps/worker/src/relay/book-lease.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const at = new Date('2025-06-12T02:00:00.123Z');
const event = (id: string): { subject: string; event: PendingEvent } => ({
  subject: 'c',
  event: { id, type: 'act', at, actor: { post: null, person: null }, data: { at, none: null, money: '$5' } },
});
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

withServers('unique keys decide who was first', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await testStore();
  });
  afterAll(() => test?.close());

  it('a number of a book is given once: an ordered insert stops at the number that is taken', async () => {
    const { store } = test;
    const ours = chain('c', await headOf(store, 'c'), ['e1', 'e2'].map(event));
    await store.journal.insertMany(ours, { ordered: true });
    const stale = chain('c', await headOf(store, 'c'), ['e3', 'e4', 'e5'].map(event));
    await store.journal.insertOne({ ...stale[1]!, _id: 'another relay', eventId: 'theirs' });

    const error = await failure(store.journal.insertMany(stale, { ordered: true }));
    expect(isDuplicateKey(error) && onlyDuplicates(error)).toBe(true);
    expect((await store.journal.distinct('eventId', { book: 'c' })).sort()).toEqual(['e1', 'e2', 'e3', 'theirs']);
    await store.journal.deleteOne({ _id: 'another relay' });
    expect(await verifyBook(store, 'c')).toMatchObject({ entries: 3, brokenAt: null });
    expect(await headOf(store, 'c')).toEqual({ seq: 3, hash: stale[0]!.hash });
  });

  it('an event is recorded once, whatever its number', async () => {
    const { store } = test;
    const [again] = chain('c', { seq: 90, hash: 'x' }, [event('e1')]);
    expect(isDuplicateKey(await failure(store.journal.insertOne(again as JournalDoc)))).toBe(true);
    const [elsewhere] = chain('d', { seq: 0, hash: 'x' }, [event('e1')]);
    await store.journal.insertOne(elsewhere as JournalDoc);
  });

  it('an unordered insert passes over what is there and counts what is new', async () => {
    const { store } = test;
    const rows = Array.from({ length: 1_500 }, (_, n) => ({ _id: `r${n}`, round: 'r' }) as SheetRowDoc);
    await store.rows.insertMany(rows.filter((_, n) => n % 3 === 0));
    expect(await insertMissing(store.rows, rows)).toBe(1_000);
    expect(await insertMissing(store.rows, rows)).toBe(0);
    expect(await store.rows.countDocuments({ round: 'r' })).toBe(1_500);
  });

  it('knows a duplicate from any other failure of a batch', async () => {
    const { store } = test;
    await store.obligations.insertOne(storedReport('kept'));
    const mixed = [storedReport('kept'), { ...storedReport('x'), _id: ['an array is no key'] }];
    const error = await failure(store.obligations.insertMany(mixed as never[], { ordered: false }));
    expect(onlyDuplicates(error)).toBe(false);
    await expect(insertMissing(store.obligations, mixed as never[])).rejects.toThrow();
    expect(
      onlyDuplicates(await failure(store.obligations.insertMany([storedReport('kept')], { ordered: false }))),
    ).toBe(true);
  });

  it('a book has one owner, however many relays reach for it at once, and every change of owner a new epoch', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => test.another()));
    let leases = Array.from({ length: 20 }, (_, n) => new BookLease(stores[n % 4]!, `relay-${n}`, 150));
    for (const epoch of [1, 2, 3]) {
      const held = await Promise.all(leases.map((lease) => lease.hold('book')));
      expect(held.filter((one) => one !== null)).toEqual([epoch]);
      leases = leases.filter((_, n) => held[n] === null); // the owner dies
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await test.store.books.countDocuments({})).toBe(1);
  });

  it('a process has one record, however many ask for it at once, and no nudge is lost', async () => {
    const missing = { _id: 'dispatch.x', type: 'dispatchWorkflow', campaign: null, step: null, level: null } as const;
    await Promise.all(Array.from({ length: 20 }, () => raiseNudge(test.store, 'dispatch.x', missing)));
    expect(await test.store.processes.findOne({ _id: 'dispatch.x' })).toMatchObject({
      nudge: 20,
      seen: 0,
      awake: true,
    });
    expect(await raiseNudge(test.store, 'dispatch.y')).toBeNull();
  });

  it('a note keeps its first words under its id', async () => {
    const refs = await Promise.all(['một', 'hai', 'ba'].map((text) => keepNote(test.store, 'c', 'note', text)));
    expect(new Set(refs.map(({ hash }) => hash)).size).toBe(1);
  });
});
