#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { accountCommand } from './commands/account.command.js';
import { benchCommand } from './commands/bench.command.js';
import { calendarCommand } from './commands/calendar.command.js';
import { campaignCommand } from './commands/campaign.command.js';
import { demoCommand } from './commands/demo.command.js';
import { documentCommand } from './commands/document.command.js';
import { evidenceCommand } from './commands/evidence.command.js';
import { historyCommand } from './commands/history.command.js';
import { indicatorCommand } from './commands/indicator.command.js';
import { mailCommand } from './commands/mail.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { pledgeCommand } from './commands/pledge.command.js';
import { planCommand } from './commands/plan.command.js';
import { reconcileCommand } from './commands/reconcile.command.js';
import { reportCommand } from './commands/report.command.js';
import { sheetCommand } from './commands/sheet.command.js';
import { startCommand } from './commands/start.command.js';
import { whyCommand } from './commands/why.command.js';
import { tell } from './messages/tell.js';
import { Leave, MISUSED, OK, REFUSED } from './system/exit.js';

/** `dondoc`. Exit codes: 0 done, 1 findings or a refusal, 2 wrong use or configuration. */
const program = new Command('dondoc')
  .description(tell('about'))
  .option('--data <dir>', tell('option.data'))
  .option('--lang <vi|en>', 'vi | en', 'vi')
  .exitOverride();

for (const add of [
  startCommand,
  demoCommand,
  planCommand,
  calendarCommand,
  indicatorCommand,
  campaignCommand,
  documentCommand,
  evidenceCommand,
  historyCommand,
  sheetCommand,
  pledgeCommand,
  mailCommand,
  whyCommand,
  reconcileCommand,
  reportCommand,
  benchCommand,
  accountCommand,
  migrateCommand,
]) {
  add(program);
}

try {
  await program.parseAsync();
  process.exit(process.exitCode ?? OK);
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === OK ? OK : MISUSED);
  if (error instanceof Leave) {
    console.error(error.message);
    process.exit(error.code);
  }
  const plain = error instanceof Error && ['ConfigError', 'ServerMissing'].includes(error.name);
  console.error(plain ? error.message : error);
  process.exit(plain ? MISUSED : REFUSED);
}
