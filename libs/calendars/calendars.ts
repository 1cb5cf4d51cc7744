import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { calendarBook, calendarsInForce, putInForce, type CalendarBook } from '#libs/rules';
import { calendarData, calendarVersion, Store } from '#libs/store';

/** How long a change may go unnoticed by other processes, wall clock. */
const LOOK_EVERY_MS = 5_000;

/**
 * Keeps the calendars of this process as they were last imported and confirmed. A process reads them before it answers anything, and looks every
 * few seconds at the number of the newest version.
 */
@Injectable()
export class Calendars implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<CalendarBook> | null = null;

  constructor(private readonly store: Store) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY_MS); // the store is away: the next look will tell
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** The calendars in force, read again if somebody changed them. */
  refresh(): Promise<CalendarBook> {
    this.looking ??= this.look().finally(() => (this.looking = null));
    return this.looking;
  }

  private async look(): Promise<CalendarBook> {
    const inForce = calendarsInForce();
    if ((await calendarVersion(this.store)) === inForce.version) return inForce;
    const book = calendarBook((await calendarData(this.store)) ?? undefined);
    putInForce(book);
    return book;
  }
}
