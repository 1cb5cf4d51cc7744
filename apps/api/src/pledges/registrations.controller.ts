import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { registrationView } from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May } from '../access/policy.decorator.js';
import { RegistrationQuery } from './registration-query.js';

/** What a registration asks; it is handed in as every report is. */
@ApiTags('pledges')
@Controller('obligations/:id/registration')
export class RegistrationsController {
  constructor(private readonly query: RegistrationQuery) {}

  @Get()
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: registrationView })
  read(@Param('id') _: string, @Judged() owed: unknown) {
    return this.query.of(owed as ObligationDoc);
  }
}
