import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import { calendarOf, Calendars, calendarYearView } from '#libs/calendars';
import { Clock } from '#libs/clock';
import {
  calendarDueBody,
  calendarDueView,
  calendarQuery,
  calendarYearView as yearSchema,
  type CalendarQuery,
  type CalendarYearView,
} from '#libs/contracts/http/index.js';
import {
  dueOfWording,
  localDateOf,
  refuse,
  UnknownCalendarYear,
  type DueOfWording,
  type WorkCalendar,
} from '#libs/domain';
import { FIRST_YEAR, LAST_YEAR } from '#libs/rules';
import { organisationOn, Store } from '#libs/store';
import { Policy } from '../access/policy.decorator.js';
import { languageOf } from '../http/language.js';
import { ProblemError } from '../http/problem-error.js';

/** The calendar of an office, and deadlines in words read by it. Nothing is stored here. */
@ApiTags('calendars')
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** A whole year, day by day, with reason, source and status. */
  @Get(':year')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: yearSchema })
  async year(
    @Req() request: Request,
    @Param('year') given: string,
    @Query({ schema: calendarQuery }) { kind, area }: CalendarQuery,
  ): Promise<CalendarYearView> {
    const year = /^\d{4}$/.test(given) ? Number(given) : Number.NaN;
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw beyond(given);
    return calendarYearView(await this.of(kind, area), year, languageOf(request));
  }

  /** The words of a deadline made into a day, or what must be known first. */
  @Post('due')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: calendarDueView })
  async due(@Body({ schema: calendarDueBody }) body: z.output<typeof calendarDueBody>): Promise<DueOfWording> {
    try {
      return dueOfWording(body.text, body.from, await this.of(body.kind, body.area));
    } catch (error) {
      if (error instanceof UnknownCalendarYear) throw beyond(String(error.year));
      throw error;
    }
  }

  private async of(kind: string, area: string | undefined): Promise<WorkCalendar> {
    const book = await this.calendars.refresh();
    if (area === undefined || book.data.closures.length === 0) return calendarOf(book, kind);
    const { tree } = await organisationOn(this.store, localDateOf(await this.clock.now()), 5_000);
    return calendarOf(book, kind, [area, ...tree.ancestorsOf(area)]);
  }
}

const beyond = (year: string): ProblemError =>
  ProblemError.refused(422, refuse('calendar-too-far', { first: FIRST_YEAR, last: LAST_YEAR, year }));
