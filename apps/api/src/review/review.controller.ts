import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { may, type Reader, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import { ReviewTogetherCommand, type RequestMeta } from '#libs/commands';
import {
  chainView,
  pageQuery,
  plainBody,
  queueView,
  reviewTogetherBody,
  roundsView,
  type Page,
} from '#libs/contracts/http/index.js';
import { localDateOf, refuse } from '#libs/domain';
import { returnReasonsOn } from '#libs/rules';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Me, Policy, Who } from '../access/policy.decorator.js';
import { Subjects } from '../access/subjects.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import { ReportRoundsQuery } from './report-rounds-query.js';
import { ReviewQueueQuery } from './review-queue-query.js';

/** What reviewers have before them, and what they do with many at once. */
@ApiTags('review')
@Controller()
export class ReviewController {
  constructor(
    private readonly queue: ReviewQueueQuery,
    private readonly reports: ReportRoundsQuery,
    private readonly together: ReviewTogetherCommand,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  @Get('review-queue')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: queueView })
  list(@Who() reader: Reader, @Query({ schema: pageQuery }) page: Page) {
    return this.queue.list(reader, page);
  }

  /** Codes with which a part may be sent back today. */
  @Get('return-reasons')
  @Policy({ signedIn: true })
  async reasons() {
    return { items: returnReasonsOn(localDateOf(await this.clock.now())) };
  }

  /** Receive, accept or return many: each is done or refused by itself. */
  @Post('review-queue/acts')
  @Policy({ signedIn: true })
  async acts(
    @Me() actor: SignedIn,
    @Body({ schema: reviewTogetherBody }) body: z.output<typeof reviewTogetherBody>,
    @Meta() meta: RequestMeta,
  ) {
    const judge = async ({ _id }: ObligationDoc, act: 'receive' | 'accept' | 'return') => {
      const found = await this.subjects.load('obligation', _id, await this.clock.now());
      return found ? may(actor, act, found.subject) : refuse('not-found', { id: _id });
    };
    return answer(await this.together.execute(actor, body, meta, judge));
  }

  /** A reviewer has opened the report as it stands: many are accepted or returned together only after each was opened. */
  @Post('obligations/:id/opened')
  @HttpCode(200)
  @May('receive', 'obligation')
  async opened(@Me() actor: SignedIn, @Judged() owed: unknown, @Body({ schema: plainBody }) _: unknown) {
    const { _id, submission } = owed as ObligationDoc;
    return { obligation: _id, submission, at: await this.together.opened(actor, { _id, submission }) };
  }

  @Get('obligations/:id/rounds')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: roundsView })
  rounds(@Judged() owed: unknown, @Param('id') _: string, @Who() reader: Reader) {
    return this.reports.rounds(reader, owed as ObligationDoc);
  }

  @Get('obligations/:id/chain')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: chainView })
  chain(@Judged() owed: unknown, @Param('id') _: string) {
    return this.reports.chain(owed as ObligationDoc);
  }
}
