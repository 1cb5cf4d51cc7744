import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import type { RequestMeta } from '#libs/commands';
import { letterView, urgingLetterBody } from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { Meta } from '../http/request-meta.js';
import { asFile } from './as-file.js';
import { LetterDesk } from './letter-desk.js';

/** Documents on one piece of work. */
@ApiTags('letters')
@Controller('obligations/:id')
export class ObligationLettersController {
  constructor(private readonly desk: LetterDesk) {}

  @Get('fact-sheet.docx')
  @May('read', 'obligation')
  async sheetAsWord(@Param('id') id: string, @Judged() owed: unknown) {
    return asFile(await this.desk.factSheet(id, (owed as ObligationDoc).receiver, 'docx'), `phieu.${id}`, 'docx');
  }

  @Get('fact-sheet.pdf')
  @May('read', 'obligation')
  async sheetAsPdf(@Param('id') id: string, @Judged() owed: unknown) {
    return asFile(await this.desk.factSheet(id, (owed as ObligationDoc).receiver, 'pdf'), `phieu.${id}`, 'pdf');
  }

  /** A draft of the letter: people number, date and sign it. */
  @Post('urging-letter')
  @May('urge', 'obligation')
  @ApiOkResponse({ standardSchema: letterView })
  urge(
    @Me() actor: SignedIn,
    @Param('id') obligation: string,
    @Judged() owed: unknown,
    @Body({ schema: urgingLetterBody }) body: z.output<typeof urgingLetterBody>,
    @Meta() { key }: RequestMeta,
  ) {
    return this.desk.urge(actor, { campaign: (owed as ObligationDoc).campaign, obligation }, body, key);
  }
}
