import type { RuleBook } from '#libs/domain';
import type { CalendarBook } from './calendars/calendar-book.js';
import { calendarById, calendarOfPlace } from './calendars/in-force.js';
import { delayMoves } from './delays.js';
import { ladderById } from './ladders.js';

/** The rules by the ids that clocks pin; what domain functions are handed. Calendars are those in force in this process. */
export const ruleBook: RuleBook = {
  calendar: calendarById,
  calendarOf: calendarOfPlace,
  ladder: ladderById,
  delayMoves,
};

/** The same rules over a certain book of calendars: for previews, and to compare before and after. */
export const ruleBookOf = (book: CalendarBook): RuleBook => ({
  ...ruleBook,
  calendar: (id) => book.byId(id),
  calendarOf: (place) => book.calendarOf(place),
});
