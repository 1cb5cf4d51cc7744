import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import { paperView } from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { PaperQuery } from './paper-query.js';

/** What a paper that is no report asks; it is handed in as every report is. */
@ApiTags('papers')
@Controller('obligations/:id/paper')
export class PapersController {
  constructor(private readonly query: PaperQuery) {}

  @Get()
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: paperView })
  read(@Param('id') _: string, @Judged() owed: unknown, @Who() reader: Reader) {
    return this.query.of(reader, owed as ObligationDoc);
  }
}
