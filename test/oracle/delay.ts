import { type Entry } from './agenda.js';
import { addWorkingDays } from './calendar.js';
import { type Audience, type Day, type WorkCalendar } from './dump.types.js';
import { RUNG_TIME } from './readings.js';
import { endOf, timeOn, type Instant } from './time.js';

/** One declared delay on a clock, the n-th. */
export interface Delay {
  n: number;
  at: Instant;
  lastDay: Day;
}

/** When the engine looks at what falls on an instant. */
export type Look = (at: Instant) => Instant;

const OWING: Audience[] = ['focal', 'head'];

/** The agenda of a clock on which delays were declared one after the other. */
export function withDelays(agenda: Entry[], delays: Delay[], calendar: WorkCalendar, looked: Look): Entry[] {
  let entries = agenda.flatMap((e) => {
    const latest = delays.findLast((d) => d.at <= looked(e.at));
    const inForce = latest && latest.at < e.at ? latest : undefined;
    if (!inForce || !['remind', 'urge'].includes(e.act) || e.at > endOf(inForce.lastDay)) return [e];
    const audience = e.audience.filter((a) => !OWING.includes(a));
    return audience.length ? [{ ...e, audience }] : [];
  });
  delays.forEach((delay, i) => {
    const next = delays[i + 1];
    if (!next || next.at > looked(delay.at)) entries.push(said(delay.at, 'delay', `delay-${delay.n}`, ['reviewer']));
    const morning = timeOn(addWorkingDays(calendar, delay.lastDay, 1), RUNG_TIME);
    if (next && next.at <= looked(morning)) return;
    if (!entries.some((e) => e.at === morning && e.audience.length))
      entries.push(said(morning, 'urge', `urge-delay-${delay.n}`, OWING));
    else
      entries = entries.map((e) =>
        e.at === morning && e.audience.length ? { ...e, audience: [...new Set([...e.audience, ...OWING])] } : e,
      );
  });
  const lock = agenda.find((e) => e.act === 'lock');
  return entries.filter((e) => !lock || e.at <= lock.at).sort((a, b) => a.at - b.at);
}

const said = (at: Instant, act: string, rung: string, audience: Audience[]): Entry => ({
  at,
  act,
  rung,
  audience,
  class: 'digest',
});
