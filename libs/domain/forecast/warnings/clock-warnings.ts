import { isWorkingDay, lastWorkingDayOnOrBefore, workingDaysBetween } from '../../calendar/working-days.js';
import type { WorkCalendar } from '../../calendar/work-calendar.types.js';
import { agenda } from '../../ladder/agenda.js';
import type { AgendaAct, Clock } from '../../ladder/ladder.types.js';
import { attempt } from '../../obligation/attempt.js';
import { localDateOf } from '../../time/local-date.js';
import type { ForecastInput, ForecastWarning } from '../forecast.types.js';
import type { Group, World } from '../world.js';

/**
 * What an officer should know of the dates of a group: told at the opening, that of the due day at the due instant.
 * A calendar that cannot say warns of nothing here; the act itself is parked.
 */
export function clockWarnings(act: AgendaAct, group: Group, { input, groups }: World): ForecastWarning[] {
  const { clock } = group;
  const calendar = input.rules.calendar(clock.calendar);
  const warnings = (): ForecastWarning[] => {
    if (act === 'overdue') return restDay(clock, calendar);
    if (act !== 'open') return [];
    return [...opensLate(clock, calendar), ...starved(group, groups, calendar), ...unconfirmed(clock, calendar, input)];
  };
  return attempt(warnings).result ?? [];
}

/** A written date is not moved by a day off, so the work must be done on the last working day before. */
function restDay({ dueAt }: Pick<Clock, 'dueAt'>, calendar: WorkCalendar): ForecastWarning[] {
  const day = localDateOf(dueAt);
  if (isWorkingDay(calendar, day)) return [];
  return [{ code: 'due-on-rest-day', data: { day, before: lastWorkingDayOnOrBefore(calendar, day) } }];
}

/** Nothing is reminded, and lateness is not noted: the due instant lies before the opening. */
function opensLate(clock: Clock, calendar: WorkCalendar): ForecastWarning[] {
  const { opensAt, dueAt } = clock;
  if (dueAt >= opensAt) return [];
  const day = localDateOf(dueAt);
  return [...restDay(clock, calendar), { code: 'opens-after-due', data: { day, opens: localDateOf(opensAt) } }];
}

/** A level that puts together what the one below hands in needs a working day of its own for it. */
function starved({ owed, clock, step }: Group, groups: readonly Group[], calendar: WorkCalendar): ForecastWarning[] {
  const below = new Set(owed.flatMap(({ consolidates }) => consolidates ?? []));
  if (below.size === 0) return [];
  const lower = groups.filter((one) => one.step === step && one.owed.some(({ round }) => below.has(round)));
  return lower.flatMap((one): ForecastWarning[] => {
    const [from, to] = [localDateOf(one.clock.dueAt), localDateOf(clock.dueAt)];
    if (workingDaysBetween(calendar, from, to) >= 1) return [];
    return [{ code: 'starved-level', data: { below: one.level, from, to } }];
  });
}

/** Years whose days off the government has not decided yet. */
function unconfirmed(clock: Clock, calendar: WorkCalendar, { rules }: ForecastInput): ForecastWarning[] {
  const days = agenda(clock, rules.ladder(clock.ladder), calendar).map(({ at }) => Number(localDateOf(at).slice(0, 4)));
  return [...new Set(days)].flatMap((year): ForecastWarning[] => {
    const status = calendar.years[year]?.status;
    return status && status !== 'official'
      ? [{ code: 'calendar-unconfirmed', data: { year: String(year), status } }]
      : [];
  });
}
