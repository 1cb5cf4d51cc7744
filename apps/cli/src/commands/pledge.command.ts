import type { Command } from 'commander';
import { Clock } from '#libs/clock';
import { figureText, localDateOf, stretchText } from '#libs/domain';
import { pledgeBoard, pledgingUnits, type PledgeBoard } from '#libs/pledges';
import { planOfCampaign } from '#libs/preparation';
import { Store } from '#libs/store';
import { tell } from '../messages/tell.js';
import { Leave, REFUSED } from '../system/exit.js';
import { print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

/** `pledge list CAMPAIGN`: assigned, pledged and achieved of every unit, and the targets nobody took up. */
export function pledgeCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  program
    .command('pledge')
    .description(tell('pledge.about'))
    .command('list <campaign>')
    .description(tell('pledge.list'))
    .option('--json', tell('option.json'))
    .action((campaign: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const store = app.get(Store);
        const plan = await planOfCampaign(store, campaign);
        if (!plan) throw new Leave(REFUSED, tell('pledge.no-campaign', { campaign }));
        const day = localDateOf(await app.get<Clock>(Clock).now());
        const board = await pledgeBoard(store, plan, await pledgingUnits(store, plan, day), day);
        print(json, { campaign, ...board }, () => inWords(board));
      }),
    );
}

function inWords({ lines, untaken, parent }: PledgeBoard): string {
  const rows = lines.map(({ unit, target, assigned, pledged, stretch, achieved }) => [
    ...[unit, target, figureText(assigned), figureText(pledged?.value ?? null)],
    ...[stretch && stretchText(stretch), figureText(achieved?.value ?? null)],
  ]);
  const nobody = [...untaken, ...(parent?.untaken ?? [])];
  return [
    table(
      ['column.reporter', 'column.target', 'column.assigned', 'column.pledged', 'column.stretch', 'column.achieved'],
      rows,
    ),
    ...(nobody.length
      ? [tell('pledge.untaken'), ...nobody.map(({ target, name, goal }) => `  ${target}  ${name}  ${figureText(goal)}`)]
      : []),
  ].join('\n');
}
