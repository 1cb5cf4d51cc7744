import type { Command } from 'commander';
import { tell } from '../messages/tell.js';
import { day, list, whole } from '../system/options.js';

interface DemoFlags {
  once?: boolean;
  json?: string;
  seed?: number;
  dump?: string;
  only?: string[];
  until?: string;
}

/** `demo`: the sample campaigns on stepped time; without `--once` the system stays open to look at. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description(tell('demo.about'))
    .option('--once', tell('demo.once'))
    .option('--json <file>', tell('demo.json'))
    .option('--seed <n>', tell('demo.seed'), whole('--seed', 0))
    .option('--dump <file>', tell('demo.dump'))
    .option('--only <codes>', tell('demo.only'), list)
    .option('--until <day>', tell('demo.until'), day('--until'))
    .action(async ({ until, ...flags }: DemoFlags) => {
      const [{ runDemo, runDemoUntil }, { isSound }, { stopOnSignals }] = await Promise.all([
        import('../demo/run-demo.js'),
        import('../demo/outcome.js'),
        import('../process/signals.js'),
      ]);
      const { data } = program.opts<{ data?: string }>();
      let stop = (): Promise<void> => Promise.resolve();
      stopOnSignals(() => stop());
      const options = { ...flags, ...(data && { dataDir: data }) };
      if (until !== undefined) {
        const product = await runDemoUntil(until, options);
        stop = () => product.stop();
      } else {
        const { product, outcome } = await runDemo(options);
        if (!isSound(outcome)) process.exitCode = 1;
        if (flags.once) return;
        stop = () => product.stop();
      }
      await new Promise(() => undefined); // ended by a signal
    });
}
