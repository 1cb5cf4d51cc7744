import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { noticePage, noticeRead, noticesQuery, plainBody, type NoticesQuery } from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';
import { NoticeQuery } from './notice-query.js';

/** What my post was told. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly query: NoticeQuery) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: noticePage })
  mine(@Me() actor: SignedIn, @Query({ schema: noticesQuery }) query: NoticesQuery) {
    return this.query.mine(actor, query);
  }

  /** Only those of my own post; another post's are not found. */
  @Post(':id/read')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: noticeRead })
  async read(@Me() actor: SignedIn, @Param('id') id: string, @Body({ schema: plainBody }) _: unknown) {
    const read = await this.query.read(actor, id);
    if (!read) throw ProblemError.of(404, 'not-found', { data: { id } });
    return read;
  }
}
