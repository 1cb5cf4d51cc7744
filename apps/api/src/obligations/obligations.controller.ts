import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import {
  dossierView,
  obligationsQuery,
  pageQuery,
  targetQuery,
  timelineView,
  whyQuery,
  whyView,
  type ObligationsQuery,
  type Page,
  type WhyAsked,
} from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Policy, Who } from '../access/policy.decorator.js';
import { WhyQuery } from './why-query.js';
import { TimelineQuery } from '../timeline/timeline-query.js';
import { ProvenanceQuery } from '../rounds/provenance-query.js';
import { ObligationQuery } from './obligation-query.js';

/** What is owed, by whom, until when. */
@ApiTags('obligations')
@Controller('obligations')
export class ObligationsController {
  constructor(
    private readonly query: ObligationQuery,
    private readonly timeline: TimelineQuery,
    private readonly sources: ProvenanceQuery,
    private readonly reasons: WhyQuery,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  list(@Who() reader: Reader, @Query({ schema: obligationsQuery }) query: ObligationsQuery) {
    return this.query.list(reader, query);
  }

  @Get(':id')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: dossierView })
  one(@Param('id') id: string, @Who() reader: Reader) {
    return this.query.one(id, reader);
  }

  /** From a figure of this report to what it was made from, what shows it, and what changed below since. */
  @Get(':id/provenance')
  @May('read', 'obligation')
  provenance(@Judged() owed: unknown, @Query({ schema: targetQuery }) { target }: { target: string }) {
    return this.sources.ofObligation(owed as ObligationDoc, target);
  }

  /** Why somebody was or was not reminded of it on a day. */
  @Get(':id/why')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: whyView })
  why(@Param('id') id: string, @Query({ schema: whyQuery }) asked: WhyAsked) {
    return this.reasons.ask(id, asked);
  }

  @Get(':id/timeline')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: timelineView })
  history(@Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    return this.timeline.ofObligation(id, page);
  }
}
