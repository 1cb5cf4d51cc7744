import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { AmendTargetCommand, type RequestMeta } from '#libs/commands';
import { targetAmendmentBody } from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';

/** Another level of a target in mid-campaign, by a document. */
@ApiTags('pledges')
@Controller('campaigns')
export class TargetAmendmentsController {
  constructor(private readonly amend: AmendTargetCommand) {}

  /** What was registered or signed on the old level is asked for again; the old papers stay. */
  @Post(':id/target-amendments')
  @May('extend', 'campaign')
  async execute(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: targetAmendmentBody }) body: z.output<typeof targetAmendmentBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.amend.execute(actor, id, body, meta));
  }
}
