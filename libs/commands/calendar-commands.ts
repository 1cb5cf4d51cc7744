import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { refuse, type CalendarData } from '#libs/domain';
import {
  calendarBook,
  calendarDifference,
  FIRST_YEAR,
  LAST_YEAR,
  putInForce,
  type CalendarDifference,
} from '#libs/rules';
import {
  calendarApplied,
  calendarData,
  contentHash,
  keepCalendarVersion,
  Store,
  unappliedCalendars,
  type CalendarVersionDoc,
} from '#libs/store';
import { refused, type Outcome } from './outcome.js';
import { clocksMoved, moveClocks, type MovedClock } from './recompute-clocks.js';

/** What a change of the calendar does, before or after it was made. */
export interface CalendarChange {
  version: number;
  /** False where the calendar already says all of it. */
  changed: boolean;
  days: CalendarDifference[];
  /** Clocks counted by the calendar: obligation, before, after. Days that were written or granted are not among them. */
  clocks: MovedClock[];
}

/** Who changes the calendar, on what ground. `dryRun`: look, write nothing. */
export interface CalendarAct {
  by: string;
  source: string;
  dryRun?: boolean;
}

const EMPTY: CalendarData = { version: 0, decisions: [], confirmed: [], closures: [] };

/**
 * Import and confirmation of calendars: one write keeps the whole new version, then every clock that counts by it is computed again, each in a
 * guarded write with its journal event. Cut off in between, the next call (`finish`) goes on where it stopped.
 */
@Injectable()
export class CalendarCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<CalendarData> {
    return (await calendarData(this.store)) ?? EMPTY;
  }

  /** @param data as merged over the version that was read: another one written meanwhile refuses this */
  import(data: CalendarData, act: CalendarAct): Promise<Outcome<CalendarChange>> {
    return this.change(data, 'import', act);
  }

  /** A year's table as it stands becomes official: somebody answers for it with a document. */
  async confirm(year: number, act: CalendarAct): Promise<Outcome<CalendarChange>> {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return refused(refuse('calendar-too-far', { first: FIRST_YEAR, last: LAST_YEAR, year }));
    }
    const before = await this.current();
    const others = before.confirmed.filter((one) => one.year !== year);
    const confirmed = [...others, { year, source: act.source }].sort((a, b) => a.year - b.year);
    return this.change({ ...before, version: before.version + 1, confirmed }, 'confirm', act);
  }

  /** Clocks of changes that were cut off. @returns how many moved now */
  async finish(): Promise<number> {
    let moved = 0;
    for (const { version, before } of await unappliedCalendars(this.store))
      moved += (await this.apply(version, before)).length;
    return moved;
  }

  private async change(
    data: CalendarData,
    kind: CalendarVersionDoc['act'],
    act: CalendarAct,
  ): Promise<Outcome<CalendarChange>> {
    if (!act.dryRun) await this.finish();
    const before = await this.current();
    if (data.version !== before.version + 1) return refused(refuse('calendar-changed-meanwhile'));
    const changed = contentHash({ ...data, version: 0 }) !== contentHash({ ...before, version: 0 });
    if (!changed) return answer({ version: before.version, changed, days: [], clocks: [] });
    const [old, next] = [calendarBook(before), calendarBook(data)];
    const days = calendarDifference(old, next, yearsTouched(before, data));
    const at = await this.clock.now();
    if (act.dryRun) {
      const clocks = await clocksMoved(this.store, { old, next, now: at, ...act });
      return answer({ version: data.version, changed, days, clocks });
    }
    const version = { data, act: kind, by: act.by, at, source: act.source };
    if (!(await keepCalendarVersion(this.store, version))) return refused(refuse('calendar-changed-meanwhile'));
    const clocks = await this.apply({ _id: '', applied: false, ...version }, before);
    return answer({ version: data.version, changed, days, clocks });
  }

  private async apply(
    version: Omit<CalendarVersionDoc, '_id'> & { _id: string },
    before: CalendarData | null,
  ): Promise<MovedClock[]> {
    const [old, next] = [calendarBook(before ?? undefined), calendarBook(version.data)];
    putInForce(next);
    const { by, source } = version;
    const moved = await moveClocks(this.store, {
      old,
      next,
      now: await this.clock.now(),
      by,
      source,
      version: version.data.version,
    });
    await calendarApplied(this.store, version.data.version);
    return moved;
  }
}

const answer = (receipt: CalendarChange): Outcome<CalendarChange> => ({
  ok: true,
  receipt,
  replayed: !receipt.changed,
});

/** Years whose rows or confirmation differ between two versions. */
function yearsTouched(before: CalendarData, after: CalendarData): number[] {
  const rows = ({ decisions, confirmed }: CalendarData, year: number) =>
    contentHash({
      rows: decisions.filter((one) => one.year === year),
      confirmed: confirmed.filter((one) => one.year === year),
    });
  const years = [before, after].flatMap(({ decisions, confirmed }) =>
    [...decisions, ...confirmed].map(({ year }) => year),
  );
  return [...new Set(years)].sort().filter((year) => rows(before, year) !== rows(after, year));
}
