import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { coverageView, groundView, type CoverageView, type GroundView } from '#libs/contracts/http/index.js';
import { coverageOf } from '#libs/domain/preparation/index.js';
import { childrenOf, planOfCampaign } from '#libs/preparation';
import { contentHash, Store, type PreparationDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { May } from '../access/policy.decorator.js';

/** What a campaign rests on, and who carries its targets out. */
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

  /** Found by the preparation's own record, never changed after its seal; the hash in the campaign's book proves it. */
  @Get(':id/ground')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: groundView })
  async ground(@Param('id') id: string): Promise<GroundView> {
    const campaign = await this.store.campaigns.findOne({ _id: id }, { projection: { prepared: 1 } });
    const hash = campaign?.prepared?.ground;
    const found =
      hash &&
      ((await this.store.preparations.findOne(
        { _id: campaign.prepared!.preparation },
        { projection: { ground: 1 } },
      )) as unknown as Pick<PreparationDoc, 'ground'> | null);
    if (!hash || !found || !found.ground) throw ProblemError.of(404, 'not-found', { data: { id: `${id}/ground` } });
    return { campaign: id, hash, intact: contentHash(found.ground) === hash, ...found.ground };
  }
}
