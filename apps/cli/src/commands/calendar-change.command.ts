import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { mergeCalendarFile } from '#libs/calendars';
import { CalendarCommands, type CalendarChange, type Outcome } from '#libs/commands';
import { say } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';
import { yearArgument } from './calendar-options.js';

interface Flags {
  dryRun?: boolean;
  as?: string;
  json?: boolean;
}

/** More than twenty years of decisions and closures; what is larger is another file. */
const MAX_BYTES = 1024 * 1024;

/** `calendar import`, `calendar confirm`: what is changed is shown first with `--dry-run`, and nothing is ever half stored. */
export function calendarChangeCommands(calendar: Command, data: () => string | undefined): void {
  const changing = (command: Command): Command =>
    command
      .option('--dry-run', tell('calendar.dry-run'))
      .option('--as <post>', tell('option.as'))
      .option('--json', tell('option.json'));

  changing(calendar.command('import <file>').description(tell('calendar.import'))).action(
    async (path: string, { dryRun = false, as, json }: Flags) => {
      const text = await textOf(path);
      await withSystem(data(), async (app) => {
        const commands = app.get(CalendarCommands);
        const merged = mergeCalendarFile(await commands.current(), text, language);
        if (merged.refused) throw new Leave(REFUSED, refusalOf(merged));
        const act = { by: actorOf(as).post, source: basename(path), dryRun };
        report(await commands.import(merged.data, act), dryRun, json);
      });
    },
  );

  changing(calendar.command('confirm <year>').description(tell('calendar.confirm')))
    .requiredOption('--source <text>', tell('calendar.source'))
    .action((given: string, { source, dryRun = false, as, json }: Flags & { source: string }) => {
      const year = yearArgument(given);
      if (source.trim() === '') throw new Leave(MISUSED, tell('calendar.no-source'));
      return withSystem(data(), async (app) => {
        const act = { by: actorOf(as).post, source: source.trim(), dryRun };
        report(await app.get(CalendarCommands).confirm(year, act), dryRun, json);
      });
    });
}

async function textOf(path: string): Promise<string> {
  const about = await stat(path).catch(() => null);
  if (!about?.isFile()) throw new Leave(MISUSED, tell('plan.no-file', { path }));
  if (about.size > MAX_BYTES) throw new Leave(REFUSED, tell('calendar.too-large', { path, limit: 1 }));
  return readFile(path, 'utf8');
}

function refusalOf({ code, data, findings }: Extract<ReturnType<typeof mergeCalendarFile>, { refused: true }>): string {
  const lines = findings.map(({ where, text }) => `  ${where}: ${text}`);
  return [say(code as 'calendar-file-wrong', data, language), ...lines].join('\n');
}

function report(outcome: Outcome<CalendarChange>, dryRun: boolean, json: boolean | undefined): void {
  if (!outcome.ok) throw new Leave(REFUSED, say(outcome.code as 'calendar-too-far', outcome.data as never, language));
  const { receipt } = outcome;
  print(json, { ...receipt, dryRun }, () => {
    if (!receipt.changed) return tell('calendar.unchanged');
    const word = (day: { working: boolean; status: string }, date: string | null) =>
      date === null
        ? say(`calendar-status.${day.status}` as 'calendar-status.official', {}, language)
        : tell(day.working ? 'day.works' : 'day.rests');
    return [
      table(
        ['column.kind', 'column.day', 'column.before', 'column.after', 'column.name'],
        receipt.days.map(({ kind, date, year, before, after }) => [
          kind,
          date ?? year,
          word(before, date),
          word(after, date),
          after.name ?? before.name,
        ]),
      ),
      '',
      table(
        ['column.subject', 'column.before', 'column.after'],
        receipt.clocks.map(({ obligation, before, after }) => [
          obligation,
          localInstant(before.dueAt),
          localInstant(after.dueAt),
        ]),
      ),
      '',
      tell(dryRun ? 'calendar.would' : 'calendar.done', { version: receipt.version, clocks: receipt.clocks.length }),
    ].join('\n');
  });
}
