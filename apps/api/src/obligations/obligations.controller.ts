import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import {
  obligationsQuery,
  pageQuery,
  timelineView,
  type ObligationsQuery,
  type Page,
} from '#libs/contracts/http/index.js';
import { May, Policy, Who } from '../access/policy.decorator.js';
import { TimelineQuery } from '../timeline/timeline-query.js';
import { ObligationQuery } from './obligation-query.js';

/** What is owed, by whom, until when. */
@ApiTags('obligations')
@Controller('obligations')
export class ObligationsController {
  constructor(
    private readonly query: ObligationQuery,
    private readonly timeline: TimelineQuery,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  list(@Who() reader: Reader, @Query({ schema: obligationsQuery }) query: ObligationsQuery) {
    return this.query.list(reader, query);
  }

  @Get(':id')
  @May('read', 'obligation')
  one(@Param('id') id: string) {
    return this.query.one(id);
  }

  @Get(':id/timeline')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: timelineView })
  history(@Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    return this.timeline.ofObligation(id, page);
  }
}
