import type { RuleBook } from '#libs/domain';
import { calendarById } from './calendars/index.js';
import { delayMoves } from './delays.js';
import { ladderById } from './ladders.js';

/** The rules by the ids that clocks pin; what domain functions are handed. */
export const ruleBook: RuleBook = { calendar: calendarById, ladder: ladderById, delayMoves };
