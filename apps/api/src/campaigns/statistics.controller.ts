import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignBodies, Reader } from '#libs/access';
import { statisticsQuery, statisticsView, type StatisticsQuery as Asked } from '#libs/contracts/http/index.js';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { StatisticsQuery } from './statistics-query.js';

/** Expected, handed in, on time, late, returned, days late: by subtree and by post. */
@ApiTags('campaigns')
@Controller('campaigns')
export class StatisticsController {
  constructor(private readonly query: StatisticsQuery) {}

  @Get(':id/statistics')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: statisticsView })
  read(@Who() reader: Reader, @Judged() campaign: unknown, @Query({ schema: statisticsQuery }) asked: Asked) {
    return this.query.of(reader, campaign as { _id: string; bodies: CampaignBodies }, asked);
  }
}
