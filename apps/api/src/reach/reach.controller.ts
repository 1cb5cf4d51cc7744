import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { surveyedCampaigns, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import { pageQuery, type Page } from '#libs/contracts/http/index.js';
import { localDateOf, say, type MessageCode } from '#libs/domain';
import { openingRule } from '#libs/rules';
import { organisationOn, Store, unreachablePosts } from '#libs/store';
import { Policy, Who } from '../access/policy.decorator.js';
import { paged } from '../http/paged.js';
import { ProblemError } from '../http/problem-error.js';

/** Whom mail does not reach, with the telephone where it is known. For the administrator, and for who leads a campaign: its own. */
@ApiTags('mails')
@Controller('reach')
export class ReachController {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  async list(@Who() reader: Reader, @Query({ schema: pageQuery }) { limit, after }: Page) {
    const led = await surveyedCampaigns(this.store, reader);
    if (led?.length === 0) throw ProblemError.of(403, 'leaders-only');
    const now = await this.clock.now();
    const organisation = await organisationOn(this.store, localDateOf(now));
    const all = await unreachablePosts(this.store, organisation, led, openingRule(now));
    const rest = after === undefined ? all : all.filter(({ post }) => post > after);
    return paged(
      rest.slice(0, limit + 1),
      limit,
      ({ post }) => post,
      (one) => ({ ...one, whyText: say(`reach.${one.why}` as MessageCode) }),
    );
  }
}
