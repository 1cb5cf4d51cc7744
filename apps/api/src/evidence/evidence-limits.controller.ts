import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '#libs/clock';
import { evidenceLimitsView } from '#libs/contracts/http/index.js';
import { localDateOf } from '#libs/domain';
import { evidenceLimitsOn } from '#libs/rules';
import { Policy } from '../access/policy.decorator.js';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';

/** Told before anything is sent. */
@ApiTags('evidence')
@Controller('evidence')
export class EvidenceLimitsController {
  constructor(
    private readonly clock: Clock,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('limits')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: evidenceLimitsView })
  async limits() {
    const { maxBytes, maxPerPlace, maxPerReport, kinds } = evidenceLimitsOn(localDateOf(await this.clock.now()));
    const scanner = this.options.scanner ? 'clamav' : 'none';
    return { maxBytes, maxPerPlace, maxPerReport, kinds, scanner, protocol: 'tus 1.0.0' };
  }
}
