import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { ExtendTogetherCommand, PreviewCampaign, type RequestMeta } from '#libs/commands';
import { bulkExtensionBody, previewBody, previewView, type PreviewBody } from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { languageOf } from '../http/language.js';
import { Meta } from '../http/request-meta.js';
import { decisionOf, viewOfPreview } from './preview-view.js';

/** Decisions about the time of a whole campaign: what they would do, and an extension for many. */
@ApiTags('campaigns')
@Controller('campaigns/:id')
export class CampaignTimeController {
  constructor(
    private readonly previews: PreviewCampaign,
    private readonly together: ExtendTogetherCommand,
  ) {}

  /** Stores nothing. */
  @Post('preview')
  @HttpCode(200)
  @May('preview', 'campaign')
  @ApiOkResponse({ standardSchema: previewView })
  async preview(
    @Req() request: Request,
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: previewBody }) body: PreviewBody,
  ) {
    const select = body.command === 'extend' ? body.select : {};
    const found = await this.previews.of(actor, id, decisionOf(body), select);
    return found && viewOfPreview(found, languageOf(request));
  }

  @Post('extension')
  @May('extend', 'campaign')
  async extend(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: bulkExtensionBody }) { select, lastDay, reason, document }: z.output<typeof bulkExtensionBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.together.execute(actor, id, { select, lastDay, reason, document }, meta));
  }
}
