import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { CampaignCommands } from '#libs/commands';
import { say, type MessageCode } from '#libs/domain';
import { Store } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { campaignDetail, campaignList } from '../queries/campaigns.js';
import { actorOf } from '../system/acting.js';
import { Leave, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { report } from '../system/report.js';
import { withSystem } from '../system/with-system.js';
import { extendCommand } from './campaign-extend.command.js';
import { forecastCommand } from './campaign-forecast.command.js';

interface Writing {
  as?: string;
  key?: string;
  json?: boolean;
}

const stateWord = (state: string): string => say(`state.${state}` as MessageCode, {}, language);

export function campaignCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  const campaign = program.command('campaign').description(tell('campaign.about'));

  campaign
    .command('list')
    .description(tell('campaign.list'))
    .option('--json', tell('option.json'))
    .action(({ json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const lines = await campaignList(app.get(Store));
        print(json, lines, () =>
          table(
            ['column.code', 'column.state', 'column.steps', 'column.open', 'column.overdue', 'column.name'],
            lines.map((one) => [
              one.code,
              stateWord(one.state),
              `${one.stepsOver}/${one.steps}`,
              one.open,
              one.overdue,
              one.name,
            ]),
          ),
        );
      }),
    );

  campaign
    .command('show <code>')
    .description(tell('campaign.show'))
    .option('--json', tell('option.json'))
    .action((code: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const detail = await campaignDetail(app.get(Store), code);
        if (!detail) throw new Leave(REFUSED, tell('not-found', { id: code }));
        print(json, detail, () => {
          const head = `${detail.code}  ${stateWord(detail.state)}\n${detail.name}\n`;
          const lines = detail.steps.map((one) => [
            one.id,
            tell(`step.${one.state}`),
            localInstant(one.at),
            one.expected,
            one.onTime,
            one.late,
            one.overdue,
            one.ground ? `${one.title} (${one.ground})` : one.title,
          ]);
          const columns = [
            'column.step',
            'column.state',
            'column.at',
            'column.expected',
            'column.onTime',
            'column.late',
          ] as const;
          return `${head}\n${table([...columns, 'column.overdue', 'column.title'], lines)}`;
        });
      }),
    );

  forecastCommand(campaign, data);

  campaign
    .command('launch <code>')
    .description(tell('campaign.launch'))
    .option('--as <post>', tell('option.as'))
    .option('--key <key>', tell('option.key'))
    .option('--json', tell('option.json'))
    .action((code: string, flags: Writing) =>
      withSystem(data(), async (app) => {
        const outcome = await app
          .get(CampaignCommands)
          .launch(actorOf(flags.as), code, { key: flags.key ?? randomUUID() });
        report(outcome, flags.json, ({ campaign: id, at }) =>
          tell('done.launched', { campaign: id, at: localInstant(at) }),
        );
      }),
    );

  campaign
    .command('nudge <code>')
    .description(tell('campaign.nudge'))
    .option('--json', tell('option.json'))
    .action((code: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const found = await app.get(CampaignCommands).nudge(code);
        if (!found.nudged) throw new Leave(REFUSED, tell('not-found', { id: code }));
        print(json, found, () => tell('done.nudged', { campaign: code }));
      }),
    );

  extendCommand(campaign, data);
}
