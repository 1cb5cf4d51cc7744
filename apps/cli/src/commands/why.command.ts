import type { Command } from 'commander';
import { Clock } from '#libs/clock';
import { Store } from '#libs/store';
import { whyOf } from '#libs/why';
import { language, tell } from '../messages/tell.js';
import { Leave, REFUSED } from '../system/exit.js';
import { day } from '../system/options.js';
import { print } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

interface WhyFlags {
  day: string;
  post?: string;
  json?: boolean;
}

/** `why OBLIGATION --day D`: one sentence, from records. */
export function whyCommand(program: Command): void {
  program
    .command('why <obligation>')
    .description(tell('why.about'))
    .requiredOption('--day <day>', tell('why.day'), day('--day'))
    .option('--post <post>', tell('why.post'))
    .option('--json', tell('option.json'))
    .action((id: string, { day: asked, post, json }: WhyFlags) =>
      withSystem(program.opts<{ data?: string }>().data, async (app) => {
        const now = await app.get(Clock).now();
        const found = await whyOf(app.get(Store), now, id, { day: asked, post, language });
        if (!found) throw new Leave(REFUSED, tell('not-found', { id }));
        print(json, found, () => found.text);
      }),
    );
}
