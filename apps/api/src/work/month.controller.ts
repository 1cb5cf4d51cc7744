import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { monthQuery, monthView, type MonthQuery as Asked } from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { MonthQuery } from './month-query.js';

/** The month of my post. */
@ApiTags('work')
@Controller('work/calendar')
export class MonthController {
  constructor(private readonly query: MonthQuery) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: monthView })
  mine(@Me() actor: SignedIn, @Query({ schema: monthQuery }) { month }: Asked) {
    return this.query.of(actor, month);
  }
}
