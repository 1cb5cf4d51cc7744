import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import { pageQuery, roundsQuery, type Page } from '#libs/contracts/http/index.js';
import type { RoundDoc } from '#libs/store';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { RoundQuery } from './round-query.js';

/** Rounds: what one collecting unit expects in one step, and its sheet. */
@ApiTags('rounds')
@Controller()
export class RoundsController {
  constructor(private readonly query: RoundQuery) {}

  @Get('campaigns/:id/rounds')
  @May('read', 'campaign')
  list(
    @Who() reader: Reader,
    @Param('id') id: string,
    @Query({ schema: roundsQuery }) query: Page & { step?: string },
  ) {
    return this.query.list(reader, id, query);
  }

  @Get('rounds/:id/sheet')
  @May('read', 'round')
  sheet(@Judged() round: unknown, @Query({ schema: pageQuery }) page: Page) {
    return this.query.sheet(round as RoundDoc, page);
  }
}
