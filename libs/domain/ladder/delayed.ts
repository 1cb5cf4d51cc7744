import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import type { AgendaEntry, Audience, Clock, DeclaredDelay } from './ladder.types.js';
import { RUNG_TIME } from './rung-time.js';

/** Whom a declared delay leaves in peace, and who hears of it again when its day has passed. */
const OWING: readonly Audience[] = ['focal', 'head'];

const same = (a: AgendaEntry, at: Date): boolean => a.audience.length > 0 && a.at.getTime() === at.getTime();

/**
 * An agenda as a declared delay leaves it: the receiver hears of it, the owing unit is left in peace until the end of the declared
 * day and urged once on the morning after; overdue, escalations and lock stay (F8: no extension).
 * @throws UnknownCalendarYear
 */
export function delayed(entries: AgendaEntry[], { delay }: Clock, calendar: WorkCalendar): AgendaEntry[] {
  if (!delay) return entries;
  const urgedAt = instantAt(addWorkingDays(calendar, delay.lastDay, 1), RUNG_TIME);
  const spoken = entries.flatMap((entry) => stilled(entry, delay));
  const said = entryAt(delay.at, 'delay', `delay-${delay.n}`, ['reviewer']);
  // two rungs of one instant would silence each other: the ladder's own speaks for both
  if (spoken.some((entry) => same(entry, urgedAt)))
    return [
      said,
      ...spoken.map((entry) => (same(entry, urgedAt) ? { ...entry, audience: union(entry.audience) } : entry)),
    ];
  return [said, ...spoken, entryAt(urgedAt, 'urge', `urge-delay-${delay.n}`, [...OWING])];
}

function stilled(entry: AgendaEntry, { at, lastDay }: DeclaredDelay): AgendaEntry[] {
  const nags = entry.act === 'remind' || entry.act === 'urge';
  if (!nags || entry.at <= at || entry.at > endOfDay(lastDay)) return [entry];
  const audience = entry.audience.filter((one) => !OWING.includes(one));
  return audience.length > 0 ? [{ ...entry, audience }] : [];
}

const union = (audience: Audience[]): Audience[] => [...new Set([...audience, ...OWING])];

const entryAt = (at: Date, act: 'delay' | 'urge', rung: string, audience: Audience[]): AgendaEntry => ({
  at,
  act,
  rung,
  audience,
  class: 'digest',
});
