import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import {
  aheadQuery,
  aheadView,
  campaignUnits,
  dayWhyQuery,
  dayWhyView,
  historyQuery,
  historyView,
  type AheadQuery as Ahead,
  type DayWhyQuery as DayWhy,
  type HistoryQuery as History,
} from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { AheadQuery } from './ahead-query.js';
import { DayWhyQuery } from './day-why-query.js';
import { HistoryQuery } from './history-query.js';

/** What happened, why somebody heard nothing, and what comes: for administrators and the bodies that lead the campaign. */
@ApiTags('inspector')
@Controller('campaigns/:id')
export class HistoryController {
  constructor(
    private readonly history: HistoryQuery,
    private readonly ahead: AheadQuery,
    private readonly why: DayWhyQuery,
  ) {}

  @Get('history')
  @May('inspect', 'campaign')
  @ApiOkResponse({ standardSchema: historyView })
  line(@Me() reader: SignedIn, @Param('id') id: string, @Query({ schema: historyQuery }) query: History) {
    return this.history.of(reader, id, query);
  }

  @Get('ahead')
  @May('inspect', 'campaign')
  @ApiOkResponse({ standardSchema: aheadView })
  coming(@Param('id') id: string, @Query({ schema: aheadQuery }) query: Ahead) {
    return this.ahead.of(id, query);
  }

  @Get('units')
  @May('inspect', 'campaign')
  @ApiOkResponse({ standardSchema: campaignUnits })
  units(@Param('id') id: string) {
    return this.history.units(id);
  }

  @Get('why')
  @May('inspect', 'campaign')
  @ApiOkResponse({ standardSchema: dayWhyView })
  day(@Param('id') id: string, @Query({ schema: dayWhyQuery }) query: DayWhy) {
    return this.why.ask(id, query);
  }
}
