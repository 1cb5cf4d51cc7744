import type { Command } from 'commander';
import { mailStates } from '#libs/contracts/http/index.js';
import { Clock } from '#libs/clock';
import { localDateOf, say, type MessageCode } from '#libs/domain';
import { openingRule } from '#libs/rules';
import { organisationOn, Store, unreachablePosts, type MessageState } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { mailLog } from '../queries/mails.js';
import { oneOf, whole } from '../system/options.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

interface LogFlags {
  campaign?: string;
  state?: MessageState;
  limit: number;
  json?: boolean;
}

export function mailCommand(program: Command): void {
  const mail = program.command('mail').description(tell('mail.about'));
  mail
    .command('log')
    .description(tell('mail.log'))
    .option('--campaign <code>', tell('mail.campaign'))
    .option('--state <state>', tell('mail.state'), oneOf('--state', mailStates, 'expect.state'))
    .option('--limit <n>', tell('mail.limit'), whole('--limit'), 200)
    .option('--json', tell('option.json'))
    .action((flags: LogFlags) =>
      withSystem(program.opts<{ data?: string }>().data, async (app) => {
        const mails = await mailLog(app.get(Store), flags);
        print(flags.json, mails, () =>
          table(
            ['column.at', 'column.state', 'column.to', 'column.mail', 'column.answer'],
            mails.map(({ sentAt, at, state, to, posts, subject, answer, reason }) => [
              localInstant(sentAt ?? at),
              say(`state.${state}` as MessageCode, {}, language),
              to?.address ?? posts.join(', '),
              subject,
              reason ?? answer,
            ]),
          ),
        );
      }),
    );
  mail
    .command('unreachable')
    .description(tell('mail.unreachable'))
    .option('--campaign <code>', tell('mail.campaign'))
    .option('--json', tell('option.json'))
    .action((flags: { campaign?: string; json?: boolean }) =>
      withSystem(program.opts<{ data?: string }>().data, async (app) => {
        const store = app.get(Store);
        const now = await app.get(Clock).now();
        const campaigns = flags.campaign === undefined ? null : [flags.campaign];
        const found = await unreachablePosts(
          store,
          await organisationOn(store, localDateOf(now)),
          campaigns,
          openingRule(now),
        );
        print(flags.json, found, () =>
          table(
            ['column.post', 'column.why', 'column.holder', 'column.phone', 'column.instead', 'column.answer'],
            found.map(({ post, unit, why, person, instead, bounce }) => [
              `${post} (${unit})`,
              say(`reach.${why}`, {}, language),
              person?.name ?? '',
              person?.phone ?? '',
              instead ? `${instead.name}${instead.phone ? `, ${instead.phone}` : ''}` : '',
              bounce?.answer ?? '',
            ]),
          ),
        );
      }),
    );
}
