import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader, SignedIn } from '#libs/access';
import { matrixQuery, matrixView, workView, type MatrixQuery as Asked } from '#libs/contracts/http/index.js';
import { May, Me, Policy, Who } from '../access/policy.decorator.js';
import { MatrixQuery } from './matrix-query.js';
import { WorkQuery } from './work-query.js';

/** What I owe, and who of a campaign has handed in what. */
@ApiTags('work')
@Controller()
export class WorkController {
  constructor(
    private readonly work: WorkQuery,
    private readonly matrix: MatrixQuery,
  ) {}

  @Get('work')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: workView })
  mine(@Me() actor: SignedIn) {
    return this.work.mine(actor);
  }

  @Get('campaigns/:id/matrix')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: matrixView })
  of(@Who() reader: Reader, @Param('id') id: string, @Query({ schema: matrixQuery }) query: Asked) {
    return this.matrix.of(reader, id, query);
  }
}
