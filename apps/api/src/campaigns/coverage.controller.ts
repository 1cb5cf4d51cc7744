import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { coverageView, type CoverageView } from '#libs/contracts/http/index.js';
import { coverageOf } from '#libs/domain/preparation/index.js';
import { childrenOf, planOfCampaign } from '#libs/preparation';
import { Store } from '#libs/store';
import { May } from '../access/policy.decorator.js';

/** Which targets of a campaign other campaigns took up, and which nobody did. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CoverageController {
  constructor(private readonly store: Store) {}

  @Get(':id/untaken-targets')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: coverageView })
  async read(@Param('id') id: string): Promise<CoverageView | null> {
    const plan = await planOfCampaign(this.store, id);
    return plan && { campaign: id, ...coverageOf(plan, await childrenOf(this.store, id)) };
  }
}
