import type { Command } from 'commander';
import { Store } from '#libs/store';
import { tell } from '../messages/tell.js';
import { sheetOf, type SheetOfUnit } from '../queries/sheet.js';
import { Leave, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

/** `sheet show CAMPAIGN STEP --unit U`: what a unit collects in a step, who is in and who is missing. */
export function sheetCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  program
    .command('sheet')
    .description(tell('sheet.about'))
    .command('show <campaign> <step>')
    .description(tell('sheet.show'))
    .requiredOption('--unit <id>', tell('sheet.unit'))
    .option('--level <level>', tell('sheet.level'))
    .option('--json', tell('option.json'))
    .action((campaign: string, step: string, { unit, level, json }: { unit: string; level?: string; json?: boolean }) =>
      withSystem(data(), async (app) => {
        const sheet = await sheetOf(app.get(Store), { campaign, step, unit, level });
        if (!sheet) throw new Leave(REFUSED, tell('sheet.none', { campaign, step, unit }));
        print(json, sheet, () => inWords(sheet));
      }),
    );
}

function inWords({ round, header, rows, totals }: SheetOfUnit): string {
  const { expected, onTime, late, nil, open } = header;
  return [
    tell('sheet.head', { title: round.title, collector: round.collector, expected, onTime, late, nil, open }),
    table(
      ['column.target', 'column.method', 'column.value', 'column.in', 'column.nil', 'column.missing'],
      totals.map(({ target, method, value, coverage }) => [
        ...[target, method, value, coverage.in, coverage.nil, coverage.missing.join(' ')],
      ]),
    ),
    table(
      ['column.reporter', 'column.state', 'column.at', 'column.figures'],
      rows.map(({ unit, state, submittedAt, figures }) => [
        ...[
          unit,
          state,
          localInstant(submittedAt),
          figures.map(({ target, value }) => `${target}=${value ?? '–'}`).join(' '),
        ],
      ]),
    ),
  ].join('\n\n');
}
