import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { MAX_FILE_BYTES, readPlanFile, type ReadPlan } from '#libs/documents';
import { isRefusal, refuse } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { print, table } from '../system/print.js';
import { readingInWords } from '../queries/reading-in-words.js';

/** Plans as they are issued: what a reader finds in them, and what is wrong with the document. */
export function planCommand(program: Command): void {
  const plan = program.command('plan').description(tell('plan.about'));

  plan
    .command('read <file>')
    .description(tell('plan.read'))
    .option('--json', tell('option.json'))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { reading } = await read(file);
      print(json, reading, () => readingInWords(reading));
    });

  plan
    .command('check <file>')
    .description(tell('plan.check'))
    .option('--json', tell('option.json'))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { defects, questions } = (await read(file)).reading;
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
}

/** Looks at the size before anything is read. */
async function read(path: string): Promise<ReadPlan> {
  const name = basename(path);
  const about = await stat(path).catch(() => null);
  if (!about?.isFile()) throw new Leave(MISUSED, tell('plan.no-file', { path }));
  if (about.size > MAX_FILE_BYTES) {
    throw new Leave(REFUSED, refuse('document-too-large', { name, limit: MAX_FILE_BYTES / 1024 / 1024 }).reason);
  }
  const found = await readPlanFile({ name, bytes: await readFile(path) }, language);
  if (isRefusal(found)) throw new Leave(REFUSED, found.reason);
  return found;
}
