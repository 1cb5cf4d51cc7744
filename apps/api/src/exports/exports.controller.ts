import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Reader, SignedIn } from '#libs/access';
import {
  covenantsQuery,
  lateExportQuery,
  matrixExportQuery,
  type MatrixExportQuery,
} from '#libs/contracts/http/index.js';
import { May, Me, Policy, Who } from '../access/policy.decorator.js';
import { asExcel } from '../forms/as-excel.js';
import { languageOf } from '../http/language.js';
import { Lists } from './lists.js';

/** Lists as Excel files, as they are seen: the same query, filters and policy as the screen. */
@ApiTags('exports')
@Controller()
export class ExportsController {
  constructor(private readonly lists: Lists) {}

  @Get('exports/work.xlsx')
  @Policy({ signedIn: true })
  async work(@Me() actor: SignedIn, @Req() request: Request): Promise<StreamableFile> {
    return asExcel(await this.lists.mine(actor, languageOf(request)), 'viec-cua-toi');
  }

  @Get('exports/review-queue.xlsx')
  @Policy({ signedIn: true })
  async queue(@Me() actor: SignedIn, @Req() request: Request): Promise<StreamableFile> {
    return asExcel(await this.lists.toReview(actor, languageOf(request)), 'cho-duyet');
  }

  @Get('exports/covenants.xlsx')
  @Policy({ signedIn: true })
  async covenants(
    @Me() actor: SignedIn,
    @Query({ schema: covenantsQuery }) { campaign }: { campaign?: string },
    @Req() request: Request,
  ): Promise<StreamableFile> {
    return asExcel(await this.lists.toSign(actor, campaign, languageOf(request)), 'giao-uoc');
  }

  @Get('campaigns/:id/late.xlsx')
  @May('read', 'campaign')
  async late(
    @Who() reader: Reader,
    @Param('id') id: string,
    @Query({ schema: lateExportQuery }) { level }: { level?: string },
    @Req() request: Request,
  ): Promise<StreamableFile> {
    return asExcel(await this.lists.whoIsLate(reader, id, level, languageOf(request)), `${id}-cham`);
  }

  @Get('campaigns/:id/matrix.xlsx')
  @May('read', 'campaign')
  async matrix(
    @Who() reader: Reader,
    @Param('id') id: string,
    @Query({ schema: matrixExportQuery }) query: MatrixExportQuery,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    return asExcel(await this.lists.ofMatrix(reader, id, query, languageOf(request)), `${id}-theo-doi`);
  }
}
