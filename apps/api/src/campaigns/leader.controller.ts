import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignBodies, Reader } from '#libs/access';
import { leaderView } from '#libs/contracts/http/index.js';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { LeaderQuery } from './leader-query.js';

/** The leader's sheet of a campaign. */
@ApiTags('campaigns')
@Controller('campaigns')
export class LeaderController {
  constructor(private readonly query: LeaderQuery) {}

  /** For the bodies of the campaign and the administrator: it names persons with their telephones. */
  @Get(':id/leader')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: leaderView })
  sheet(@Who() reader: Reader, @Param('id') _: string, @Judged() campaign: unknown) {
    return this.query.of(reader, campaign as { _id: string; bodies: CampaignBodies });
  }
}
