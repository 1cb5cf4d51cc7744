import type { Command } from 'commander';
import { migrate } from '#libs/store';
import { tell } from '../messages/tell.js';
import { configOf } from '../system/with-system.js';

/** `migrate`: brings the database to the newest form; safe to repeat. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(tell('migrate.about'))
    .action(async () => {
      const config = configOf(program.opts<{ data?: string }>().data);
      const applied = await migrate(config.MONGODB_URI, config.MONGODB_DB);
      console.log(applied.length ? tell('migrate.done', { names: applied.join(', ') }) : tell('migrate.none'));
    });
}
