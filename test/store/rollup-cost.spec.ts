import { appendFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { Store } from '#libs/store';
import { ReportingTree } from '../support/reporting-tree.js';
import { testMongoUri, withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

/** Units that report to one collector: the widest sheet there is, so the worst case for its header. */
const SIZES = (process.env['ROLLUP_SIZES'] ?? '100,300,1000,3000').split(',').map(Number);
const REPORTS = 12;
/** `reference/quality.md` M9. */
const BOUND = 0.1;
const { calculateObjectSize } = mongoose.mongo.BSON;

interface Cost {
  n: number;
  commands: number;
  bytes: number;
  cpuMs: number;
}

jest.setTimeout(400_000);

withServers('what one accepted report costs', () => {
  const costs: Cost[] = [];
  const open: TestStore[] = [];
  beforeAll(async () => {
    for (const n of SIZES) costs.push(await measure(n));
    const lines = costs.map(
      ({ n, commands, bytes, cpuMs }) => `n=${n}: ${commands} commands, ${bytes} bytes, ${cpuMs} ms CPU`,
    );
    const slopes = `exponents: commands ${exponent('commands').toFixed(3)}, bytes ${exponent('bytes').toFixed(3)}, CPU ${exponent('cpuMs').toFixed(3)}`;
    const report = ['one report submitted, received, accepted and relayed:', ...lines, slopes].join('\n');
    process.stdout.write(`${report}\n`);
    if (process.env['ROLLUP_REPORT']) appendFileSync(process.env['ROLLUP_REPORT'], `${report}\n`);
  });
  afterAll(() => Promise.all(open.map((test) => test.close())));

  it.each(['commands', 'bytes'] as const)(
    `%s to the database grow with the number of units by an exponent of at most ${BOUND}`,
    (what) => {
      expect(costs.every((cost) => cost[what] > 0)).toBe(true);
      expect(exponent(what)).toBeLessThanOrEqual(BOUND);
    },
  );

  /** Slope of the least squares through the logarithms. */
  function exponent(what: 'commands' | 'bytes' | 'cpuMs'): number {
    const points = costs.map((cost) => [Math.log(cost.n), Math.log(cost[what])] as const);
    const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
    const [x, y] = [mean(0), mean(1)];
    const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
    return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  }

  /** Mean of some reports, one after the other on a system at rest; the first ones only warm the sheet that the relay remembers. */
  async function measure(n: number): Promise<Cost> {
    const test = await testStore();
    open.push(test);
    const options = {
      dbName: test.database,
      writeConcern: { w: 'majority', journal: true },
      monitorCommands: true,
    } as const;
    const connection = await mongoose.createConnection(testMongoUri(), options).asPromise();
    const tree = await ReportingTree.of(new Store(connection), { levels: [1, n], seed: n });
    await report(tree, 0);
    await report(tree, 1);
    let [commands, bytes] = [0, 0];
    const client = connection.getClient();
    client.on('commandStarted', ({ command }) => {
      commands += 1;
      bytes += calculateObjectSize(command);
    });
    client.on('commandSucceeded', ({ reply }) => {
      bytes += calculateObjectSize(reply as mongoose.mongo.Document);
    });
    const before = process.cpuUsage();
    for (let at = 2; at < REPORTS + 2; at += 1) await report(tree, at);
    const { user, system } = process.cpuUsage(before);
    await connection.close();
    const mean = (whole: number): number => Math.round((whole / REPORTS) * 10) / 10;
    return { n, commands: mean(commands), bytes: Math.round(mean(bytes)), cpuMs: mean((user + system) / 1000) };
  }

  async function report(tree: ReportingTree, at: number): Promise<void> {
    const id = tree.ids[at * 7]!;
    await tree.act(id, { type: 'submit', content: { figures: tree.figures() } });
    await tree.record();
    await tree.act(id, { type: 'receive' });
    await tree.record();
    await tree.act(id, { type: 'accept' });
    await tree.settle();
  }
});
