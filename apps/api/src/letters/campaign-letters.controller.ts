import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignBodies, Reader, SignedIn } from '#libs/access';
import type { RequestMeta } from '#libs/commands';
import { letterView, urgingLettersBody, type UrgingLettersBody } from '#libs/contracts/http/index.js';
import { Judged, May, Me, Who } from '../access/policy.decorator.js';
import { Meta } from '../http/request-meta.js';
import { asFile } from './as-file.js';
import { LetterDesk } from './letter-desk.js';

interface Judged_ {
  bodies: CampaignBodies;
}

/** Documents on a whole campaign; a reader sees the late units that they may read. */
@ApiTags('letters')
@Controller('campaigns/:id')
export class CampaignLettersController {
  constructor(private readonly desk: LetterDesk) {}

  @Get('late-list.docx')
  @May('read', 'campaign')
  async listAsWord(@Who() reader: Reader, @Param('id') id: string, @Judged() campaign: unknown) {
    const { standingBody } = (campaign as Judged_).bodies;
    return asFile(await this.desk.lateList(reader, id, standingBody, 'docx'), `danh-sach.${id}`, 'docx');
  }

  @Get('late-list.pdf')
  @May('read', 'campaign')
  async listAsPdf(@Who() reader: Reader, @Param('id') id: string, @Judged() campaign: unknown) {
    const { standingBody } = (campaign as Judged_).bodies;
    return asFile(await this.desk.lateList(reader, id, standingBody, 'pdf'), `danh-sach.${id}`, 'pdf');
  }

  @Post('urging-letter')
  @May('urge', 'campaign')
  @ApiOkResponse({ standardSchema: letterView })
  urge(
    @Me() actor: SignedIn,
    @Param('id') campaign: string,
    @Body({ schema: urgingLettersBody }) body: UrgingLettersBody,
    @Meta() { key }: RequestMeta,
  ) {
    return this.desk.urge(actor, { campaign, obligation: null }, body, key);
  }
}
