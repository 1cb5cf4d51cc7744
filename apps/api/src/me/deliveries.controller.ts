import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { deliveryPage, pageQuery, type Page } from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { DeliveryQuery } from './delivery-query.js';

/** What mail was written to me, and what became of it. */
@ApiTags('me')
@Controller('me/deliveries')
export class DeliveriesController {
  constructor(private readonly query: DeliveryQuery) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: deliveryPage })
  mine(@Me() actor: SignedIn, @Query({ schema: pageQuery }) page: Page) {
    return this.query.mine(actor, page);
  }
}
