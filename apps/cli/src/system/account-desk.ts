import type { INestApplicationContext } from '@nestjs/common';
import { AccountDesk } from '#libs/accounts';
import { AccountMail } from '#libs/accounts/account-mail.js';
import { Tries } from '#libs/accounts/limits/tries.js';
import { SignIns } from '#libs/accounts/sign-ins.js';
import { Clock } from '#libs/clock';
import type { Config } from '#libs/config';
import { Mailer } from '#libs/mail';
import { Store } from '#libs/store';

/** The desk of accounts with a mail connection of its own, for the one command that needs them. */
export async function withAccountDesk<T>(
  app: INestApplicationContext,
  config: Config,
  work: (desk: AccountDesk) => Promise<T>,
): Promise<T> {
  const store = app.get(Store);
  const clock = app.get(Clock);
  const mailer = new Mailer({ url: config.SMTP_URL, from: config.MAIL_FROM, connections: 1 });
  const { PUBLIC_URL: publicUrl, SESSION_IDLE_MINUTES, SESSION_HOURS } = config;
  const options = { publicUrl, idleMs: SESSION_IDLE_MINUTES * 60_000, longestMs: SESSION_HOURS * 3_600_000 };
  try {
    const mail = new AccountMail(store, clock, mailer, options);
    return await work(new AccountDesk(store, clock, mail, new SignIns(store, options), new Tries(store)));
  } finally {
    mailer.onApplicationShutdown();
  }
}
