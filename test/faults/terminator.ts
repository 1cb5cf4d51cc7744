import { Client, Connection } from '@temporalio/client';
import { execa } from 'execa';
import type { ProcessDoc } from '#libs/store';
import { compiled } from '#libs/embedded';
import { connectDemo } from '../../apps/cli/src/demo/connection.js';
import type { Product } from '../../apps/cli/src/start.js';

/** Moves of time between two terminations: what was restarted has lived on before it is terminated again. */
const APART = 3;

const types = ['campaignWorkflow', 'cohortWorkflow', 'sessionWorkflow', 'dispatchWorkflow'] as const;
type Type = (typeof types)[number];

/** Terminates workflows while they wait, each type at several steps, and has `dondoc reconcile --repair` start them again. */
export class Terminator {
  /** Type → steps at which workflows of it were terminated. */
  readonly steps = new Map<Type, number[]>(types.map((type) => [type, []]));
  /** Workflows terminated. */
  count = 0;
  /** Where the reconciler did not find, or did not mend, what had been done. */
  readonly wrong: string[] = [];
  private last = -APART;

  /** @param times at how many steps each type is terminated */
  constructor(private readonly times: number) {}

  /** Called when everything waits, before time moves. */
  async onStep(product: Product, step: number): Promise<void> {
    const wanting = types.filter((type) => this.steps.get(type)!.length < this.times);
    if (wanting.length === 0 || step - this.last < APART) return;
    const { store, stepper, close } = await connectDemo(product);
    const connection = await Connection.connect({ address: product.env['TEMPORAL_ADDRESS']! });
    const { workflow } = new Client({ connection });
    try {
      const records = (await store.processes
        .find({ finished: false, type: { $in: wanting } } as never)
        .toArray()) as unknown as ProcessDoc[];
      if (records.length === 0) return;
      this.last = step;
      for (const { _id } of records) await workflow.getHandle(_id).terminate('test');
      for (const type of new Set(records.map((record) => record.type))) this.steps.get(type)!.push(step);
      this.count += records.length;
      await this.repair(
        product,
        records.map(({ _id }) => _id),
        step,
      );
      await stepper.begin(new Date(0)); // reads the time that holds
      await stepper.settle();
      for (const { _id } of records) {
        const [{ status }, record] = await Promise.all([
          workflow.getHandle(_id).describe(),
          store.processes.findOne({ _id }),
        ]);
        if (status.name !== 'RUNNING' && !record?.finished)
          this.wrong.push(`step ${step}: ${_id} is ${status.name} after the repair`);
      }
    } finally {
      await connection.close();
      await close();
    }
  }

  /** What was terminated, nothing else, is found lost. */
  private async repair({ embedded }: Product, terminated: string[], step: number): Promise<void> {
    const words = ['--data', embedded.dataDir, 'reconcile', '--repair', '--json'];
    const { stdout, stderr } = await execa(process.execPath, [compiled('apps/cli/src/main'), ...words], {
      reject: false,
    });
    if (!stdout.trim()) throw new Error(`reconcile: ${stderr.slice(0, 1_000)}`);
    const { findings } = JSON.parse(stdout) as { findings: { kind: string; subject: string }[] };
    const lost = new Set(findings.filter(({ kind }) => kind === 'workflow-lost').map(({ subject }) => subject));
    this.wrong.push(
      ...terminated.filter((id) => !lost.has(id)).map((id) => `step ${step}: ${id} was not found lost`),
      ...findings
        .filter(({ kind, subject }) => kind !== 'workflow-lost' || !terminated.includes(subject))
        .map(({ kind, subject }) => `step ${step}: found ${kind} ${subject}`),
    );
  }
}
