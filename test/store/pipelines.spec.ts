import type { SteppedClock } from '#libs/clock';
import { SteppedClock as Stepped } from '../../libs/clock/clock.js';
import {
  insertMissing,
  markRecorded,
  recordEach,
  recordOnce,
  recordUnmoved,
  updateByMap,
  type Change,
  type ObligationDoc,
  type PendingEvent,
} from '#libs/store';
import { dueActs } from '../../activities/cohort/due-acts.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const at = new Date('2025-06-12T02:00:00.123Z');
const event = (id: string, data: Record<string, unknown> = {}): PendingEvent => ({
  ...{ id, type: 'act', at, data },
  actor: { post: null, person: null },
});

withServers('one write for many documents, to each its own', () => {
  let test: TestStore;
  let clock: SteppedClock;
  beforeAll(async () => {
    test = await testStore();
    clock = new Stepped(test.store);
  });
  afterAll(() => test?.close());

  const one = async (id: string): Promise<ObligationDoc> => (await test.store.obligations.findOne({ _id: id }))!;
  const stored = (ids: string[], changes: Partial<ObligationDoc> = {}): Promise<number> =>
    insertMissing(
      test.store.obligations,
      ids.map((id) => storedReport(id, { ...changes, hasPending: undefined })),
    );

  it('takes values as they are: dates, nulls, nested lists, empty ones, and words that begin with $', async () => {
    await stored(['plain-1', 'plain-2'], { version: 1 });
    const set = {
      title: '$version là chữ',
      overdueAt: at,
      addressee: null,
      targets: ['$T1', '$$ROOT'],
      extension: { reason: '$set', list: [[1, '$a'], []], at },
    };
    await updateByMap(test.store.obligations, new Map([['plain-1', { set }]]));
    expect(await one('plain-1')).toMatchObject({ ...set, version: 1, state: 'open' });
    expect(await one('plain-2')).toMatchObject({ overdueAt: null, title: storedReport('x').title });
  });

  it('changes a document only while its version is the one that was read, or while it is older', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => `map-${String(n).padStart(3, '0')}`);
    await stored(ids, { version: 5 });
    const changes = (kind: 'same' | 'older') =>
      new Map(
        ids.map((id, n): [string, Change] => [
          id,
          { set: { title: `${kind} ${n}` }, when: { version: kind, than: 5 + (n % 2) } },
        ]),
      );
    expect(await updateByMap(test.store.obligations, changes('same'))).toBe(ids.length);
    const same = (await test.store.obligations.find({ title: { $regex: '^same' } } as never).toArray()).map(
      ({ _id }) => _id,
    );
    expect(same.sort()).toEqual(ids.filter((_, n) => n % 2 === 0));
    await updateByMap(test.store.obligations, changes('older'), { version: 5 });
    expect((await one(ids[1]!)).title).toBe('older 1');
    expect((await one(ids[2]!)).title).toBe('same 2');
    expect((await one(ids[229]!)).title).toBe('older 229');
  });

  it('writes change and event together, once, and leaves what moved on', async () => {
    await stored(['once', 'moved'], { version: 3, hasPending: false });
    expect(await recordOnce(test.store, 'obligations', 'once', event('e', { sum: '$5' }), { nil: true })).toBe(true);
    expect(await recordOnce(test.store, 'obligations', 'once', event('e'), { nil: false })).toBe(false);
    expect(await one('once')).toMatchObject({
      version: 4,
      nil: true,
      hasPending: true,
      pending: [{ data: { sum: '$5' } }],
    });

    const change = (id: string, version: number) =>
      [
        id,
        { version, set: { state: 'parked', parking: { cause: { data: { what: '$x' } } } }, event: event(`p-${id}`) },
      ] as const;
    await recordUnmoved(test.store, 'obligations', new Map([change('once', 4), change('moved', 2)]));
    expect(await one('once')).toMatchObject({
      version: 5,
      state: 'parked',
      parking: { cause: { data: { what: '$x' } } },
    });
    expect((await one('once')).pending.map(({ id }) => id)).toEqual(['e', 'p-once']);
    expect(await one('moved')).toMatchObject({ version: 3, state: 'open', pending: [] });
  });

  it('clears an outbox only where nothing was added since it was read', async () => {
    await stored(['read', 'grown'], { version: 2, hasPending: true, pending: [event('1')] });
    const asRead = [await one('read'), await one('grown')];
    await recordOnce(test.store, 'obligations', 'grown', event('2'));
    await markRecorded(test.store, 'obligations', asRead);
    expect(await one('read')).toMatchObject({ pending: [], hasPending: false, version: 2 });
    expect((await one('grown')).pending.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await one('grown')).toMatchObject({ hasPending: true });
  });

  it('takes an intent away with the write that records it, and keeps the newest ones only', async () => {
    const { rounds } = test.store;
    const round = { _id: 'r', version: 1, pending: [], state: 'laid_out', cohort: 'k' };
    await rounds.insertOne(round as never);
    for (let n = 0; n < 5; n += 1)
      await rounds.updateOne({ _id: 'r', 'intents.id': { $ne: `a${n}` } }, {
        $push: { intents: { $each: [{ id: `a${n}`, until: at, acts: [], skipped: [] }], $slice: -3 } },
      } as never);
    expect((await rounds.findOne({ 'intents.0': { $exists: true } } as never))!.intents.map(({ id }) => id)).toEqual([
      'a2',
      'a3',
      'a4',
    ]);
    const done = { set: { state: 'open' }, intent: 'a3', only: { 'intents.id': 'a3' } };
    for (const _ of [1, 2]) await recordEach(test.store, 'rounds', new Map([['r', event('a3|r')]]), done);
    expect(await rounds.findOne({ _id: 'r' })).toMatchObject({ state: 'open', version: 2, pending: [{ id: 'a3|r' }] });
    await rounds.updateOne({ _id: 'r' }, { $pull: { intents: { id: { $in: ['a2'] } } } } as never);
    expect((await rounds.findOne({ _id: 'r' }))!.intents.map(({ id }) => id)).toEqual(['a4']);
  });

  it('groups what is due by agenda and instant, parked and released apart, the earliest first', async () => {
    const due = (id: string, nextAt: Date | null, changes: Partial<ObligationDoc> = {}) =>
      storedReport(id, { cohort: 'due', nextAt, clockKey: 'k', ...changes });
    const later = new Date(at.getTime() + 60_000);
    await insertMissing(test.store.obligations, [
      due('due-1', later),
      due('due-2', at),
      due('due-3', at, { releasedAt: null }),
      due('due-4', at, { state: 'parked' }),
      due('due-5', at, { releasedAt: at }),
      due('due-6', null),
      due('due-7', new Date(later.getTime() + 1)),
    ]);
    const ids = (await dueActs(test.store, 'due', later)).map(({ id }) => id);
    const [first, second] = [at.toISOString(), later.toISOString()];
    expect(ids.slice(0, 3).sort()).toEqual([`due|k|${first}`, `due|k|${first}|${first}`, `due|k|${first}|retry`]);
    expect(ids[3]).toBe(`due|k|${second}`);
    const [next] = await test.store.obligations
      .find({ cohort: 'due', nextAt: { $ne: null } }, { projection: { nextAt: 1 } })
      .sort({ nextAt: 1 })
      .limit(1)
      .toArray();
    expect(next!.nextAt).toEqual(at);
    expect(await test.store.obligations.distinct('cohort', { cohort: 'due', settled: false })).toEqual(['due']);
  });

  it('reads by fields of fields and by what a list holds', async () => {
    await stored(['late'], { clock: { ...storedReport('x').clock, dueAt: new Date(0) }, ancestors: ['h', 't'] });
    const late = { 'clock.dueAt': { $lt: new Date(1) }, ancestors: 't', answeringPost: { $exists: false } };
    const found = await test.store.obligations.find(late as never, { projection: { 'clock.dueAt': 1 } }).toArray();
    expect(found).toEqual([{ _id: 'late', clock: { dueAt: new Date(0) } }]);
    await test.store.journal.insertOne({
      _id: 'j',
      data: {
        obligations: [
          ['late', 2],
          ['x', 1],
        ],
      },
    } as never);
    const named = { 'data.obligations': { $elemMatch: { $elemMatch: { $eq: 'late' } } } };
    expect(await test.store.journal.countDocuments(named as never)).toBe(1);
  });

  it('moves stepped time forward only, also from its first instant', async () => {
    await Promise.all([3, 1, 2].map((n) => clock.moveTo(new Date(n))));
    expect(await clock.moveTo(new Date(2))).toEqual(new Date(3));
  });
});
