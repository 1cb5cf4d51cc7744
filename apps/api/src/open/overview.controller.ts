import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import { overviewView } from '#libs/contracts/http/index.js';
import { Policy, Who } from '../access/policy.decorator.js';
import { Overview } from './overview.js';

/** The console's first look for who is signed in. */
@ApiTags('console')
@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: overviewView })
  read(@Who() reader: Reader) {
    return this.overview.of(reader);
  }
}
