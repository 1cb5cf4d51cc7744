import type { ObligationDoc } from '#libs/store';
import { checkDifficulties } from '../../libs/reconcile/checks/difficulties.check.js';
import { ReportingTree } from '../support/reporting-tree.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

jest.setTimeout(120_000);

withServers('a process that dies after a report was handed in', () => {
  let test: TestStore;
  let tree: ReportingTree;
  beforeAll(async () => {
    test = await testStore();
    tree = await ReportingTree.of(test.store, { levels: [1, 2], seed: 3 });
  });
  afterAll(() => test?.close());

  const answers = async (): Promise<ObligationDoc[]> =>
    await test.store.obligations
      .find({ kind: 'answer' } as never)
      .sort({ _id: 1 })
      .toArray();

  it('loses no difficulty: the relay makes of the report’s event what the process did not, with round and process', async () => {
    const [report] = tree.ids;
    const content = {
      figures: tree.figures(),
      narrative: 'Kết quả',
      difficulties: { k1: 'Thiếu vốn.', k2: 'Thiếu người.' },
    };
    await tree.act(report!, { type: 'submit', content });
    const made = await answers();
    const [round] = await test.store.rounds.find({ level: 'answers' }).toArray();
    expect(made.map(({ state, answeringUnit }) => [state, answeringUnit])).toEqual([
      ['open', 'l0-0'],
      ['open', 'l0-0'],
    ]);
    // as if it had died right after the one write that counts
    await test.store.obligations.deleteMany({ kind: 'answer' } as never);
    await test.store.rounds.deleteMany({ level: 'answers' });
    await test.store.processes.deleteMany({ level: 'answers' });
    await tree.settle();
    expect((await answers()).map(bare)).toEqual(made.map(bare));
    expect(await test.store.rounds.findOne({ level: 'answers' })).toMatchObject({ _id: round!._id, state: 'open' });
    expect(await test.store.processes.find({ level: 'answers' }).toArray()).toMatchObject([
      { _id: made[0]!.cohort, type: 'cohortWorkflow', untold: true },
    ]);
    const told = await test.store.journal.find({ type: 'difficulty_raised' }).toArray();
    expect(told.map(({ subject }) => subject).sort()).toEqual(made.map(({ _id }) => _id).sort());
  });

  const reconcile = async () => {
    const { found } = await checkDifficulties({ store: test.store } as never);
    return found.map((one) => ({ ...one, said: `${one.kind} ${one.subject}: ${one.cause} ${one.repair}` }));
  };
  const bare = ({ pending: _, hasPending: __, version: ___, ...rest }: ObligationDoc) => rest;

  it('and what was lost after that is found and made again by the reconciler, with its round, though the report was returned', async () => {
    const [report] = tree.ids;
    expect(await reconcile()).toEqual([]);
    await tree.act(report!, { type: 'receive' });
    await tree.act(report!, { type: 'return', reason: 'Xem lại.' });
    await tree.settle();
    expect(await reconcile()).toEqual([]); // what was raised stays raised
    const before = await answers();
    const [k1, k2] = before;
    await test.store.obligations.deleteOne({ _id: k1!._id });
    await test.store.rounds.deleteMany({ level: 'answers' });
    const found = await reconcile();
    expect(found).toMatchObject([{ kind: 'difficulty-unsettled', subject: report, mark: 'k1 k2' }]);
    expect(found[0]!.said).not.toMatch(/[{}]/);
    await found[0]!.mend!();
    await tree.settle();
    expect(await reconcile()).toEqual([]);
    expect((await answers()).map(bare)).toEqual([bare(k1!), bare(k2!)]);
    expect(await test.store.rounds.countDocuments({ level: 'answers' })).toBe(1);
  });

  it('other words that an item does not bear yet are said again; an older attempt changes nothing', async () => {
    const [report] = tree.ids;
    const content = { figures: tree.figures(), narrative: 'Kết quả', difficulties: { k2: 'Thiếu ba cán bộ.' } };
    await tree.act(report!, { type: 'submit', content });
    await tree.settle();
    const item = (await answers()).find(({ difficulty }) => difficulty!.key === 'k2')!;
    expect(item.difficulty!.words).toHaveLength(2);
    await test.store.obligations.updateOne({ _id: item._id }, { $pop: { 'difficulty.words': 1 } } as never);
    const found = await reconcile();
    expect(found).toMatchObject([{ kind: 'difficulty-unsettled', mark: 'k2' }]);
    await found[0]!.mend!();
    await tree.settle();
    expect(await reconcile()).toEqual([]);
    const again = (await answers()).find(({ difficulty }) => difficulty!.key === 'k2')!;
    expect(again.difficulty!.words).toEqual(item.difficulty!.words);
  });

  it('an answer whose report is gone is told to a person, who alone can mend it', async () => {
    const [report] = tree.ids;
    const kept = (await test.store.obligations.findOne({ _id: report! }))!;
    await test.store.obligations.deleteOne({ _id: report! });
    const found = await reconcile();
    expect(found.map(({ kind, mend }) => [kind, mend])).toEqual([
      ['difficulty-stray', null],
      ['difficulty-stray', null],
    ]);
    expect(found[0]!.said).toContain(report!);
    await test.store.obligations.insertOne(kept);
    expect(await reconcile()).toEqual([]);
  });

  it('of a report without any nothing is made', async () => {
    await tree.act(tree.ids[1]!, { type: 'submit', content: { figures: tree.figures(), narrative: 'Kết quả' } });
    await tree.settle();
    expect(await answers()).toHaveLength(2);
  });
});
