import type { Command } from 'commander';
import { tell } from '../messages/tell.js';

/** `start`: the product on the real clock, until it is stopped. */
export function startCommand(program: Command): void {
  program
    .command('start')
    .description(tell('start.about'))
    .action(async () => {
      const [{ startProduct }, { stopOnSignals }] = await Promise.all([
        import('../start.js'),
        import('../process/signals.js'),
      ]);
      const { data } = program.opts<{ data?: string }>();
      let stop = (): Promise<void> => Promise.resolve();
      stopOnSignals(() => stop());
      const product = await startProduct(data ? { dataDir: data } : {});
      stop = () => product.stop();
      await new Promise(() => undefined); // ended by a signal
    });
}
