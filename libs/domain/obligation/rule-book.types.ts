import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { Ladder } from '../ladder/ladder.types.js';
import type { LocalDate } from '../time/local-date.js';
import type { Workplace } from './obligation.types.js';

/** The dated rules a decision needs, looked up by the ids pinned on the obligation. */
export interface RuleBook {
  calendar(id: string): WorkCalendar;
  /** The calendar that a unit works by: its kind, what was closed around it laid over. Its id finds it again. */
  calendarOf(place: Workplace): WorkCalendar;
  ladder(id: string): Ladder;
  /** Times a declared delay may be moved again on one clock, by the rule of a day. */
  delayMoves(day: LocalDate): number;
}
