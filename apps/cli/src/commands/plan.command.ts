import type { Command } from 'commander';
import { tell } from '../messages/tell.js';
import { REFUSED } from '../system/exit.js';
import { planFile } from '../system/plan-file.js';
import { print, table } from '../system/print.js';
import { readingInWords } from '../queries/reading-in-words.js';
import { draftCommand } from './plan-draft.command.js';

/** Plans as they are issued: what a reader finds in them, what is wrong with the document, and the way to a campaign. */
export function planCommand(program: Command): void {
  const plan = program.command('plan').description(tell('plan.about'));

  plan
    .command('read <file>')
    .description(tell('plan.read'))
    .option('--json', tell('option.json'))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { reading } = await planFile(file);
      print(json, reading, () => readingInWords(reading));
    });

  plan
    .command('check <file>')
    .description(tell('plan.check'))
    .option('--json', tell('option.json'))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { defects, questions } = (await planFile(file)).reading;
      print(json, { defects, questions }, () =>
        [
          table(
            ['column.line', 'column.type', 'column.proposal'],
            defects.map((defect) => [defect.line, defect.kind, defect.proposal]),
          ),
          ...questions.map(({ text }) => `? ${text}`),
        ].join('\n'),
      );
      if (defects.length > 0) process.exitCode = REFUSED;
    });

  draftCommand(plan, () => program.opts<{ data?: string }>().data);
}
