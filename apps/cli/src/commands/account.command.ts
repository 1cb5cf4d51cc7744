import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { accountTextEn, firstAdministrator, type AccountDesk } from '#libs/accounts';
import { Clock } from '#libs/clock';
import { isRefusal, localDateOf, type Refusal } from '#libs/domain';
import { Store } from '#libs/store';
import { language, tell, type CliText } from '../messages/tell.js';
import { withAccountDesk } from '../system/account-desk.js';
import { actorOf } from '../system/acting.js';
import { Leave, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

interface Flags {
  name: string;
  email: string;
  json?: boolean;
}

const { post: OPERATOR } = actorOf();
const WORDS = {
  invited: 'account.invited-state',
  active: 'account.active',
  disabled: 'account.disabled',
} as const satisfies Record<string, CliText>;

/** `dondoc account`: who may sign in. Whoever can run it at the machine stands above every account. */
export function accountCommand(program: Command): void {
  const at = <T extends object>(work: (desk: AccountDesk, app: INestApplicationContext) => Promise<T | Refusal>) =>
    withSystem(program.opts<{ data?: string }>().data, (app, config) =>
      withAccountDesk(app, config, async (desk) => orLeave(await work(desk, app))),
    );
  const account = program.command('account').description(tell('account.about'));

  account
    .command('bootstrap')
    .description(tell('account.bootstrap'))
    .requiredOption('--email <address>', tell('account.email'))
    .requiredOption('--name <name>', tell('account.name'))
    .option('--json', tell('option.json'))
    .action(async ({ email, name, json }: Flags) => {
      const made = await at(async (desk, app) => {
        const today = localDateOf(await app.get(Clock).now());
        return firstAdministrator(app.get(Store), desk, { email, name }, today);
      });
      print(json, made, () => tell('account.link', { url: made.url, until: localInstant(made.until) }));
    });

  account
    .command('invite <person>')
    .description(tell('account.invite'))
    .option('--json', tell('option.json'))
    .action(async (person: string, { json }: Flags) => {
      const { login, until, mail } = await at((desk) => desk.invite(person, OPERATOR));
      const done = tell('account.invited', {
        login,
        until: localInstant(until),
        state: mail.state,
        answer: mail.answer,
      });
      print(json, { person, login, until, mail }, () => done);
      if (mail.state !== 'sent') process.exitCode = REFUSED;
    });

  account
    .command('list')
    .description(tell('account.list'))
    .option('--json', tell('option.json'))
    .action(async ({ json }: Flags) => {
      const accounts = await at((desk) => desk.list());
      print(json, accounts, () =>
        table(
          ['column.holder', 'column.address', 'column.state', 'column.at'],
          accounts.map(({ _id, login, state, acts }) => [
            ...[_id, login, tell(WORDS[state]), localInstant(acts.at(-1)?.at)],
          ]),
        ),
      );
    });

  const ending = (
    name: 'disable' | 'sign-out',
    end: (desk: AccountDesk, person: string) => ReturnType<AccountDesk['disable']>,
  ) =>
    account
      .command(`${name} <person>`)
      .description(tell(`account.${name}`))
      .option('--json', tell('option.json'))
      .action(async (person: string, { json }: Flags) => {
        const ended = await at((desk) => end(desk, person));
        print(json, ended, () => tell('account.ended', { person, count: ended.ended }));
      });
  ending('disable', (desk, person) => desk.disable(person, OPERATOR));
  ending('sign-out', (desk, person) => desk.signOutEverywhere(person, OPERATOR));
}

/** @throws Leave with the refusal's sentence */
function orLeave<T extends object>(outcome: T | Refusal): T {
  if (!isRefusal(outcome)) return outcome;
  const english = language === 'en' ? accountTextEn(outcome.code, outcome.data) : undefined;
  throw new Leave(REFUSED, english ?? outcome.reason);
}
