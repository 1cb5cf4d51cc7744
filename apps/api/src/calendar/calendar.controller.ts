import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import type { RequestMeta } from '#libs/commands';
import { feedAddressView, plainBody } from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import { FeedAddress } from './feed-address.js';
import { FeedQuery } from './feed-query.js';

/** Deadlines in the calendar program of an office: read-only, by an address that only its post knows. */
@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly address: FeedAddress,
    private readonly query: FeedQuery,
  ) {}

  /** A new address for my post; the one before opens nothing any more. */
  @Post('token')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: feedAddressView })
  make(@Me() { post }: SignedIn, @Body({ schema: plainBody }) _: unknown, @Meta() { key }: RequestMeta) {
    return this.address.make(post, key);
  }

  /** A calendar program cannot sign in: the token is the key. */
  @Get(':token.ics')
  @Policy({ open: 'anyone' })
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Referrer-Policy', 'no-referrer')
  async feed(@Param('token') token: string): Promise<string> {
    const feed = await this.query.feed(token);
    if (feed === null) throw ProblemError.of(404, 'no-such-route');
    return feed;
  }
}
