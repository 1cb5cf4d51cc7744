import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { Clock } from '#libs/clock';
import { FormDraftCommands } from '#libs/commands';
import { figureText, isRefusal, localDateOf } from '#libs/domain';
import { excelTemplateOf, formFor, formView, importDiff, readExcelReport, type PinnedForm } from '#libs/forms';
import { draftOf, Store, type ObligationDoc } from '#libs/store';
import { tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { Leave, REFUSED } from '../system/exit.js';
import { print, table } from '../system/print.js';
import { report as told } from '../system/report.js';
import { withSystem } from '../system/with-system.js';

interface ImportFlags {
  save?: boolean;
  as?: string;
  key?: string;
  json?: boolean;
}

/** Reports of units: the Excel form, what a filled-in file would change, how a report stands. */
export function reportCommand(program: Command): void {
  const report = program.command('report').description(tell('report.about'));
  const data = (): string | undefined => program.opts<{ data?: string }>().data;

  report
    .command('template <obligation>')
    .description(tell('report.template'))
    .option('--out <file>', tell('document.out'))
    .action((id: string, { out = `${id}.xlsx` }: { out?: string }) =>
      withSystem(data(), async (app) => {
        const { store, owed, form } = await openForm(app, id);
        await writeFile(out, await excelTemplateOf(store, form, owed, await app.get(Clock).now()));
        console.log(out);
      }),
    );

  report
    .command('import <obligation> <file>')
    .description(tell('report.import'))
    .option('--save', tell('report.save'))
    .option('--as <post>', tell('option.as'))
    .option('--key <key>', tell('option.key'))
    .option('--json', tell('option.json'))
    .action((id: string, file: string, flags: ImportFlags) =>
      withSystem(data(), (app) => importFile(app, id, file, flags)),
    );

  report
    .command('show <obligation>')
    .description(tell('report.show'))
    .option('--json', tell('option.json'))
    .action((id: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const { store, owed, form } = await openForm(app, id);
        const view = await formView(store, form, owed, await app.get(Clock).now());
        print(json, { state: owed.state, ...view }, () => inWords(owed, view));
      }),
    );
}

async function openForm(
  app: INestApplicationContext,
  id: string,
): Promise<{ store: Store; owed: ObligationDoc; form: PinnedForm }> {
  const store = app.get(Store);
  const owed = (await store.obligations.findOne({ _id: id })) as unknown as ObligationDoc | null;
  if (!owed) throw new Leave(REFUSED, tell('not-found', { id }));
  const form = await formFor(store, owed);
  if (!form) throw new Leave(REFUSED, tell('report.no-form', { id }));
  return { store, owed, form };
}

/** Shows the difference and every bad cell; saves into the draft only with `--save` and no bad cell. */
async function importFile(app: INestApplicationContext, id: string, file: string, flags: ImportFlags): Promise<void> {
  const { store, form } = await openForm(app, id);
  const day = localDateOf(await app.get(Clock).now());
  const read = await readExcelReport({ name: basename(file), bytes: await readFile(file) }, form, id, day);
  if (isRefusal(read)) throw new Leave(REFUSED, read.reason);
  const diff = importDiff(await draftOf(store, id), read.entries);
  if (!flags.save || read.faults.length > 0 || diff.changes.length === 0) {
    print(flags.json, { ...diff, faults: read.faults }, () =>
      [
        table(
          ['column.field', 'column.now', 'column.then'],
          diff.changes.map(({ path, value, current }) => [path, current?.value, value]),
        ),
        tell('report.unchanged', { count: diff.unchanged }),
        ...read.faults.map(({ cell, message }) => `${cell}: ${message}`),
      ].join('\n'),
    );
    if (read.faults.length > 0) throw new Leave(REFUSED, tell('report.bad-cells', { count: read.faults.length }));
    return;
  }
  const changes = diff.changes.map(({ path, value, current }) => ({ path, value, seen: current?.revision ?? 0 }));
  const key = flags.key ?? randomUUID();
  const saved = await app.get(FormDraftCommands).save(actorOf(flags.as), id, form.hash, changes, key);
  told(saved, flags.json, ({ revision }) => tell('report.saved', { count: changes.length, revision }));
}

type View = Awaited<ReturnType<typeof formView>>;

function inWords({ state }: ObligationDoc, { title, version, cells, draft }: View): string {
  const written = (value: number | null): string | null => (value === null ? null : figureText(value));
  const lines = cells.map(({ target, name, unit, assigned, pledged, last }) => [
    target,
    name,
    unit,
    written(assigned),
    written(pledged),
    written((last.final ?? last.estimated)?.value ?? null),
    draft.fields[`figures.${target}.final.value`]?.value ?? draft.fields[`figures.${target}.estimated.value`]?.value,
  ]);
  const columns = [
    'column.code',
    'column.name',
    'column.unit',
    'column.assigned',
    'column.pledged',
    'column.last',
    'column.now',
  ] as const;
  return [`${title} (${state}, ${version.slice(0, 8)})`, table([...columns], lines)].join('\n');
}
