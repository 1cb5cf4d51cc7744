import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { calendarOf, Calendars } from '#libs/calendars';
import {
  levelDatesBody,
  levelDatesView,
  pickedUnitsBody,
  pickedUnitsView,
  type PickedUnitsView,
} from '#libs/contracts/http/index.js';
import { isRefusal, planBackwards, refuse, UnknownCalendarYear } from '#libs/domain';
import { FIRST_YEAR, LAST_YEAR } from '#libs/rules';
import { organisationOn, Store } from '#libs/store';
import { Policy } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';

/** What an officer tries out while preparing a campaign. Nothing is stored here. */
@ApiTags('preparations')
@Controller('planning')
export class PlanningController {
  constructor(
    private readonly store: Store,
    private readonly calendars: Calendars,
  ) {}

  /** Due day of every level, planned backwards from the day the top hands over (row 26). */
  @Post('level-dates')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: levelDatesView })
  async levelDates(@Body({ schema: levelDatesBody }) body: z.output<typeof levelDatesBody>) {
    const { levels, cutoff, due, kind } = body;
    try {
      const planned = planBackwards(levels, { cutoff, due }, calendarOf(await this.calendars.refresh(), kind));
      if (isRefusal(planned)) throw ProblemError.refused(409, planned);
      return { levels: planned.levels, slack: planned.slack };
    } catch (error) {
      if (!(error instanceof UnknownCalendarYear)) throw error;
      const year = String(error.year);
      throw ProblemError.refused(422, refuse('calendar-too-far', { first: FIRST_YEAR, last: LAST_YEAR, year }));
    }
  }

  /** The units a selector picks on the tree of a day, by name, so that an officer sees whom an answer means. */
  @Post('units')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: pickedUnitsView })
  async units(
    @Body({ schema: pickedUnitsBody }) { under, on, select }: z.output<typeof pickedUnitsBody>,
  ): Promise<PickedUnitsView> {
    const { tree } = await organisationOn(this.store, on);
    if (!tree.unit(under)) throw ProblemError.refused(404, refuse('not-found', { id: under }));
    const picked = tree.select(select, under).map((id) => tree.unit(id)!);
    const byKind: Record<string, number> = {};
    for (const { kind } of picked) byKind[kind] = (byKind[kind] ?? 0) + 1;
    return { count: picked.length, byKind, units: picked.map(({ id, name, kind }) => ({ id, name, kind })) };
  }
}
