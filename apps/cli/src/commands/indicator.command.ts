import type { Command } from 'commander';
import { IndicatorCommands } from '#libs/commands';
import { say, type Actor, type Indicator } from '#libs/domain';
import { catalogueOf, Store, versionsOf, type IndicatorVersionDoc } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { readIndicatorFile } from '../system/read-indicator-file.js';
import { withSystem } from '../system/with-system.js';

interface Flags {
  json?: boolean;
  as?: string;
  all?: boolean;
  dryRun?: boolean;
  ground: string;
  replacedBy?: string;
}

/** `dondoc indicator`: the catalogue that targets of all campaigns are linked with. */
export function indicatorCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  const indicator = program.command('indicator').description(tell('indicator.about'));
  readingCommands(indicator, data);

  indicator
    .command('import <file>')
    .description(tell('indicator.import'))
    .option('--as <post>', tell('option.as'))
    .option('--dry-run', tell('calendar.dry-run'))
    .option('--json', tell('option.json'))
    .action(async (path: string, { as, dryRun = false, json }: Flags) => {
      const actor = officer(as);
      const drafts = await readIndicatorFile(path);
      await withSystem(data(), async (app) => {
        const { changes, refused } = await app.get(IndicatorCommands).import(actor, drafts, { dryRun });
        if (refused.length > 0) {
          const reasons = refused.map(({ reason }) => `  ${reason}`);
          throw new Leave(REFUSED, [tell('indicator.wrong', { path, count: refused.length }), ...reasons].join('\n'));
        }
        print(json, { changes, dryRun }, () => {
          const done = tell(dryRun ? 'indicator.would' : 'indicator.done', { count: changes.length });
          return [
            table(
              COLUMNS,
              changes.map(({ after }) => row(after)),
            ),
            '',
            done,
          ].join('\n');
        });
      });
    });

  indicator
    .command('deprecate <id>')
    .description(tell('indicator.deprecate'))
    .requiredOption('--ground <text>', tell('indicator.ground'))
    .option('--replaced-by <id>', tell('indicator.replaced-by'))
    .option('--as <post>', tell('option.as'))
    .action((id: string, { ground, replacedBy = undefined, as }: Flags) => {
      const actor = officer(as);
      return withSystem(data(), async (app) => {
        const seen = (await versionsOf(app.get(Store), id))[0]?.indicator.version ?? 0;
        const why = { ground, replacedBy: replacedBy ?? null };
        const outcome = await app.get(IndicatorCommands).deprecate(actor, id, why, seen, `cli-deprecate-${id}-${seen}`);
        if (!outcome.ok) throw new Leave(REFUSED, outcome.reason);
        console.log(tell('indicator.done', { count: 1 }));
      });
    });
}

function readingCommands(indicator: Command, data: () => string | undefined): void {
  indicator
    .command('list')
    .description(tell('indicator.list'))
    .option('--all', tell('indicator.all'))
    .option('--json', tell('option.json'))
    .action(({ all = false, json }: Flags) =>
      withSystem(data(), async (app) => {
        const found = (await catalogueOf(app.get(Store))).map((one) => one.indicator);
        const shown = found.filter(({ deprecated }) => all || deprecated === null);
        print(json, shown, () => table(COLUMNS, shown.map(row)));
      }),
    );

  indicator
    .command('show <id>')
    .description(tell('indicator.show'))
    .option('--json', tell('option.json'))
    .action((id: string, { json }: Flags) =>
      withSystem(data(), async (app) => {
        const versions = await versionsOf(app.get(Store), id);
        if (versions.length === 0) throw new Leave(REFUSED, tell('not-found', { id }));
        print(json, versions.map(plainly), () => versions.map(inWords).join('\n\n'));
      }),
    );
}

/** Who changes the catalogue must be somebody of a unit: the keeper is that unit. */
function officer(as: string | undefined): Actor {
  if (as === undefined) throw new Leave(MISUSED, tell('indicator.who'));
  return actorOf(as);
}

const COLUMNS: Parameters<typeof table>[0] = [
  'column.code',
  'column.version',
  'column.name',
  'column.unit',
  'column.decimals',
  'column.method',
  'column.keeper',
];

const row = ({ id, version, name, unit, decimals, method, keeper }: Indicator) => [
  id,
  version,
  name,
  unit,
  decimals,
  say(`method.${method}`, {}, language),
  keeper,
];

const plainly = ({ indicator, by, at }: IndicatorVersionDoc) => ({ ...indicator, by, at });

const inWords = ({ indicator, by, at }: IndicatorVersionDoc): string =>
  [
    table(COLUMNS, [row(indicator)]),
    indicator.definition,
    `${tell('column.source')}: ${indicator.source}`,
    ...(indicator.deprecated ? [`× ${indicator.deprecated.ground} → ${indicator.deprecated.replacedBy ?? '–'}`] : []),
    `${by}, ${localInstant(at)}`,
  ].join('\n');
