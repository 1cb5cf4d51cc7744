import type { Command } from 'commander';
import { calendarOf } from '#libs/calendars';
import { dueOfWording, say, type DueOfWording } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { bookAtHand } from '../system/book-at-hand.js';
import { Leave, MISUSED } from '../system/exit.js';
import { day } from '../system/options.js';
import { localInstant, print } from '../system/print.js';
import { calendarChangeCommands } from './calendar-change.command.js';
import { kindOption, knowing } from './calendar-options.js';
import { calendarShowCommand } from './calendar-show.command.js';

/** Working days, holidays, deadlines in words. `show` and `due` need no running system. */
export function calendarCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  const calendar = program.command('calendar').description(tell('calendar.about'));
  calendarShowCommand(calendar, data);
  calendarChangeCommands(calendar, data);

  calendar
    .command('due <words>')
    .description(tell('calendar.due'))
    .requiredOption('--from <day>', tell('calendar.from'), day('--from'))
    .option('--kind <kind>', tell('calendar.kind'), kindOption, 'vn-5d')
    .option('--json', tell('option.json'))
    .action(async (words: string, { from, kind, json }: { from: string; kind: string; json?: boolean }) => {
      if (words.trim() === '') throw new Leave(MISUSED, tell('calendar.no-words'));
      const book = await bookAtHand(data());
      const due = knowing(() => dueOfWording(words, from, calendarOf(book, kind)));
      print(json, due, () => inWords(due));
    });
}

function inWords({ lastDay, instant, lastWorkingDayBefore, needs, rule }: DueOfWording): string {
  if (needs) return say(`need.${needs.kind}`, { name: needs.name }, language);
  const lines = [tell('due.last', { day: lastDay, at: localInstant(instant) })];
  if (lastWorkingDayBefore) lines.push(tell('due.rest', { day: lastWorkingDayBefore }));
  if (rule && 'soft' in rule) lines.push(tell('due.soft'));
  return lines.join('\n');
}
