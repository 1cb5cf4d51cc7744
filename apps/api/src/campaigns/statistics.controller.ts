import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignBodies, Reader } from '#libs/access';
import {
  doubleCountsView,
  roundsOfStep,
  statisticsQuery,
  statisticsView,
  type StatisticsQuery as Asked,
} from '#libs/contracts/http/index.js';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { DoubleCountsQuery } from './double-counts-query.js';
import { StatisticsQuery } from './statistics-query.js';

/** Expected, handed in, on time, late, returned, days late: by subtree and by post. */
@ApiTags('campaigns')
@Controller('campaigns')
export class StatisticsController {
  constructor(
    private readonly query: StatisticsQuery,
    private readonly doubleCounts: DoubleCountsQuery,
  ) {}

  /** The same result reported by several units: flagged, with whose figure counts. */
  @Get(':id/double-counts')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: doubleCountsView })
  doubles(
    @Who() reader: Reader,
    @Judged() campaign: unknown,
    @Query({ schema: roundsOfStep }) { step }: { step?: string },
  ) {
    return this.doubleCounts.of(reader, campaign as { _id: string; bodies: CampaignBodies }, step);
  }

  @Get(':id/statistics')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: statisticsView })
  read(@Who() reader: Reader, @Judged() campaign: unknown, @Query({ schema: statisticsQuery }) asked: Asked) {
    return this.query.of(reader, campaign as { _id: string; bodies: CampaignBodies }, asked);
  }
}
