import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import { campaignView, overviewView, pageQuery, timelineView, type Page } from '#libs/contracts/http/index.js';
import { Policy, Who } from '../access/policy.decorator.js';
import { Subjects } from '../access/subjects.js';
import { CampaignQuery } from '../campaigns/campaign-query.js';
import { ProblemError } from '../http/problem-error.js';
import { LateQuery } from '../obligations/late-query.js';
import { TimelineQuery } from '../timeline/timeline-query.js';
import { Overview } from './overview.js';

/** What the console shows without sign-in, while development sign-in is on; otherwise only to an administrator. */
@ApiTags('console')
@Controller('public')
@Policy({ open: 'dev' })
export class PublicController {
  constructor(
    private readonly overview: Overview,
    private readonly campaigns: CampaignQuery,
    private readonly late: LateQuery,
    private readonly timeline: TimelineQuery,
    private readonly subjects: Subjects,
  ) {}

  @Get('overview')
  @ApiOkResponse({ standardSchema: overviewView })
  read(@Who() reader: Reader) {
    return this.overview.of(reader);
  }

  @Get('campaigns/:id')
  @ApiOkResponse({ standardSchema: campaignView })
  async campaign(@Param('id') id: string) {
    return (await this.campaigns.one(id)) ?? missing(id);
  }

  @Get('campaigns/:id/late')
  async lateOnes(@Who() reader: Reader, @Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    await this.mustBe('campaign', id);
    return this.late.list(reader, id, page);
  }

  @Get('campaigns/:id/timeline')
  @ApiOkResponse({ standardSchema: timelineView })
  async history(@Who() reader: Reader, @Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    await this.mustBe('campaign', id);
    return this.timeline.ofCampaign(reader, id, page);
  }

  @Get('obligations/:id/timeline')
  @ApiOkResponse({ standardSchema: timelineView })
  async obligationHistory(@Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    await this.mustBe('obligation', id);
    return this.timeline.ofObligation(id, page);
  }

  private async mustBe(kind: 'campaign' | 'obligation', id: string): Promise<void> {
    if (!(await this.subjects.exists(kind, id))) missing(id);
  }
}

function missing(id: string): never {
  throw ProblemError.of(404, 'not-found', { data: { id } });
}
