import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignBodies, Reader } from '#libs/access';
import { pledgesQuery, pledgesView, type PledgesQuery as Asked } from '#libs/contracts/http/index.js';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { PledgesQuery } from './pledges-query.js';

/** Assigned, pledged, achieved: by unit and target. */
@ApiTags('pledges')
@Controller('campaigns')
export class PledgesController {
  constructor(private readonly query: PledgesQuery) {}

  @Get(':id/pledges')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: pledgesView })
  read(@Who() reader: Reader, @Judged() campaign: unknown, @Query({ schema: pledgesQuery }) asked: Asked) {
    return this.query.of(reader, campaign as { _id: string; bodies: CampaignBodies }, asked);
  }
}
