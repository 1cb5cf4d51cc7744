import type { ObligationDoc } from '#libs/store';
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
    await test.store.obligations.find({ kind: 'answer' } as never).toArray();

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
    const bare = ({ pending: _, hasPending: __, version: ___, ...rest }: ObligationDoc) => rest;
    expect((await answers()).map(bare)).toEqual(made.map(bare));
    expect(await test.store.rounds.findOne({ level: 'answers' })).toMatchObject({ _id: round!._id, state: 'open' });
    expect(await test.store.processes.find({ level: 'answers' }).toArray()).toMatchObject([
      { _id: made[0]!.cohort, type: 'cohortWorkflow', untold: true },
    ]);
    const told = await test.store.journal.find({ type: 'difficulty_raised' }).toArray();
    expect(told.map(({ subject }) => subject).sort()).toEqual(made.map(({ _id }) => _id).sort());
  });

  it('of a report without any nothing is made', async () => {
    await tree.act(tree.ids[1]!, { type: 'submit', content: { figures: tree.figures(), narrative: 'Kết quả' } });
    await tree.settle();
    expect(await answers()).toHaveLength(2);
  });
});
