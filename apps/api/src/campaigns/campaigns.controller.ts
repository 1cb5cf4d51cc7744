import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { may, type Reader, type SignedIn } from '#libs/access';
import { CampaignCommands, type RequestMeta } from '#libs/commands';
import {
  campaignPlan,
  campaignPage,
  campaignView,
  latePage,
  lateQuery,
  pageQuery,
  plainBody,
  reasonBody,
  resumeBody,
  timelineView,
  type LateListQuery,
  type Page,
} from '#libs/contracts/http/index.js';
import { May, Me, Policy, Who } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import { LateQuery } from '../obligations/late-query.js';
import { TimelineQuery } from '../timeline/timeline-query.js';
import { CampaignQuery } from './campaign-query.js';
import { PlanGate } from './plan-gate.js';

type Reason = z.infer<typeof reasonBody>;

/** Campaigns: from the draft of a plan to their timeline. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly commands: CampaignCommands,
    private readonly gate: PlanGate,
    private readonly query: CampaignQuery,
    private readonly late: LateQuery,
    private readonly timeline: TimelineQuery,
  ) {}

  @Post()
  @Policy({ signedIn: true })
  async draft(
    @Me() actor: SignedIn,
    @Body({ schema: campaignPlan }) body: z.infer<typeof campaignPlan>,
    @Meta() meta: RequestMeta,
  ) {
    const plan = body;
    const refusal = may(actor, 'draft', { kind: 'campaign', bodies: plan });
    if (refusal) throw ProblemError.refused(403, refusal);
    await this.gate.check(plan, 400);
    return answer(await this.commands.draft(actor, plan, meta));
  }

  @Post(':id/launch')
  @May('launch', 'campaign')
  async launch(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: plainBody }) _: unknown,
    @Meta() meta: RequestMeta,
  ) {
    const plan = await this.query.draftPlan(id);
    if (plan) await this.gate.check(plan, 409);
    return answer(await this.commands.launch(actor, id, meta));
  }

  @Post(':id/suspend')
  @May('suspend', 'campaign')
  async suspend(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) body: Reason,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.suspend(actor, id, body.reason, meta));
  }

  @Post(':id/resume')
  @May('resume', 'campaign')
  async resume(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: resumeBody }) { reason, shift, document }: z.infer<typeof resumeBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.resume(actor, id, { reason, shift, document }, meta));
  }

  @Post(':id/cancel')
  @May('cancel', 'campaign')
  async cancel(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) body: Reason,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.cancel(actor, id, body.reason, meta));
  }

  /** Looks again at what is due: a step that could not be opened is tried once more. Harmless at any time. */
  @Post(':id/nudge')
  @HttpCode(200)
  @May('nudge', 'campaign')
  nudge(@Param('id') id: string) {
    return this.commands.nudge(id);
  }

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: campaignPage })
  list(@Who() reader: Reader, @Query({ schema: pageQuery }) page: Page) {
    return this.query.list(reader, page);
  }

  @Get(':id')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: campaignView })
  one(@Param('id') id: string) {
    return this.query.one(id);
  }

  @Get(':id/timeline')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: timelineView })
  history(@Who() reader: Reader, @Param('id') id: string, @Query({ schema: pageQuery }) page: Page) {
    return this.timeline.ofCampaign(reader, id, page);
  }

  @Get(':id/late')
  @May('read', 'campaign')
  @ApiOkResponse({ standardSchema: latePage })
  lateOnes(@Who() reader: Reader, @Param('id') id: string, @Query({ schema: lateQuery }) page: LateListQuery) {
    return this.late.list(reader, id, page);
  }
}
