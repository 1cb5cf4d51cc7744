import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { may, type SignedIn } from '#libs/access';
import { IndicatorCommands, type RequestMeta } from '#libs/commands';
import {
  deprecateIndicatorBody,
  indicatorBody,
  indicatorHistory,
  indicatorList,
  indicatorQuery,
  type IndicatorQuery,
} from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import { IndicatorQueries } from './indicator-queries.js';

/** The catalogue of indicators (danh mục chỉ tiêu): everybody who is signed in reads it, the officers of the keeping unit write it. */
@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(
    private readonly commands: IndicatorCommands,
    private readonly queries: IndicatorQueries,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: indicatorList })
  list(@Query({ schema: indicatorQuery }) query: IndicatorQuery) {
    return this.queries.list(query);
  }

  @Get(':id')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: indicatorHistory })
  async one(@Me() actor: SignedIn, @Param('id') id: string) {
    const found = await this.queries.history(actor, id);
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    return found;
  }

  /** The first version of an indicator or its next one; what is said already makes none. */
  @Post()
  @HttpCode(200)
  @Policy({ signedIn: true })
  async define(
    @Me() actor: SignedIn,
    @Body({ schema: indicatorBody }) { version, ...draft }: z.output<typeof indicatorBody>,
    @Meta() { key }: RequestMeta,
  ) {
    allow(actor);
    return answer(await this.commands.define(actor, draft, version, key));
  }

  /** Out of use for plans to come; never deleted. */
  @Post(':id/deprecate')
  @HttpCode(200)
  @Policy({ signedIn: true })
  async deprecate(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: deprecateIndicatorBody }) { version, ...why }: z.output<typeof deprecateIndicatorBody>,
    @Meta() { key }: RequestMeta,
  ) {
    allow(actor);
    return answer(await this.commands.deprecate(actor, id, why, version, key));
  }
}

/** Officers write for their own unit; whether the indicator is their unit's, the command tells. */
function allow(actor: SignedIn): void {
  const refusal = may(actor, 'keep_indicator', { kind: 'unit', unit: actor.unit, above: [] });
  if (refusal) throw ProblemError.refused(403, refusal);
}
