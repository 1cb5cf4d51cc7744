import type { Command } from 'commander';
import { calendarOf, calendarYearView } from '#libs/calendars';
import { say, type DayView } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { bookAtHand } from '../system/book-at-hand.js';
import { print, table } from '../system/print.js';
import { kindOption, knowing, yearArgument } from './calendar-options.js';

/** `calendar show YEAR`: the year's status and source, working days per month, every day that is not ordinary. */
export function calendarShowCommand(calendar: Command, data: () => string | undefined): void {
  calendar
    .command('show <year>')
    .description(tell('calendar.show'))
    .option('--kind <kind>', tell('calendar.kind'), kindOption, 'vn-5d')
    .option('--json', tell('option.json'))
    .action(async (given: string, { kind, json }: { kind: string; json?: boolean }) => {
      const year = yearArgument(given);
      const book = await bookAtHand(data());
      const view = knowing(() => calendarYearView(calendarOf(book, kind), year, language));
      print(json, view, () => {
        const special = view.months.flatMap(({ days }) => days.filter(({ name }) => name !== null));
        return [
          `${year}  ${kind}  ${view.statusText}`,
          view.source,
          '',
          table(
            ['column.month', 'column.working'],
            view.months.map(({ month, workingDays }) => [month, workingDays]),
          ),
          '',
          table(['column.day', 'column.reason', 'column.name', 'column.status'], special.map(lineOf)),
        ].join('\n');
      });
    });
}

const lineOf = ({ date, reason, name, status }: DayView): (string | null)[] => [
  date,
  say(`day.${reason}`, {}, language),
  name,
  say(`calendar-status.${status}`, {}, language),
];
