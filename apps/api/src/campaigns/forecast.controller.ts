import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  forecastQuery,
  forecastView as schema,
  type ForecastQuery,
  type ForecastView,
} from '#libs/contracts/http/index.js';
import { forecastCampaign, forecastView } from '#libs/forecast';
import { Store } from '#libs/store';
import { May } from '../access/policy.decorator.js';
import { languageOf } from '../http/language.js';

/** What a campaign comes to by itself where nobody acts. */
@ApiTags('campaigns')
@Controller('campaigns')
export class ForecastController {
  constructor(private readonly store: Store) {}

  @Get(':id/forecast')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: schema })
  async read(
    @Req() request: Request,
    @Param('id') id: string,
    @Query({ schema: forecastQuery }) { launch, posts }: ForecastQuery,
  ): Promise<ForecastView | null> {
    const found = await forecastCampaign(this.store, id, launch);
    if (!found) return null;
    const { plan, launchedAt, entries } = found;
    const items = forecastView(entries, plan, { language: languageOf(request), posts: posts === '1' });
    return { campaign: id, launchedAt: launchedAt.toISOString(), items };
  }
}
