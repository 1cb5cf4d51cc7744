import { Body, Controller, Get, Param, Post, Query, Req, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import { may, type Reader, type SignedIn, type Subject } from '#libs/access';
import { PreparationCommands, type RequestMeta } from '#libs/commands';
import {
  copyCampaignBody,
  forecastQuery,
  forecastView as forecastSchema,
  gateQuery,
  gateView,
  newPreparationBody,
  pageQuery,
  preparationPage,
  preparationView,
  type ForecastQuery,
  type GateQuery,
  type Page,
} from '#libs/contracts/http/index.js';
import { MAX_FILE_BYTES } from '#libs/documents';
import { copyForYear } from '#libs/domain/preparation/index.js';
import { forecastView } from '#libs/forecast';
import { planOfCampaign } from '#libs/preparation';
import { Store } from '#libs/store';
import { May, Me, Policy, Who } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { languageOf } from '../http/language.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import type { Upload } from '../http/upload.js';
import { arrivedPlan } from '../plans/uploaded-plan.js';
import { PreparationQuery } from './preparation-query.js';

/** The way from a text to a campaign: begin, look, see what is missing and what it would come to. */
@ApiTags('preparations')
@Controller('preparations')
export class PreparationsController {
  constructor(
    private readonly commands: PreparationCommands,
    private readonly query: PreparationQuery,
    private readonly store: Store,
  ) {}

  @Post()
  @Policy({ signedIn: true })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, text: { type: 'string' }, name: { type: 'string' } },
    },
  })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 2, parts: 3 } }))
  async begin(
    @Me() actor: SignedIn,
    @UploadedFile() file: Upload | undefined,
    @Body({ schema: newPreparationBody }) body: z.output<typeof newPreparationBody>,
    @Meta() meta: RequestMeta,
  ) {
    const refusal = may(actor, 'prepare', begunBy(actor));
    if (refusal) throw ProblemError.refused(403, refusal);
    const { name, text, reading } = await arrivedPlan(file, body.text, body.name);
    return answer(await this.commands.create(actor, { source: name, text, reading }, meta));
  }

  @Post('from-campaign/:id')
  @May('draft', 'campaign')
  async copy(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: copyCampaignBody }) { years }: z.output<typeof copyCampaignBody>,
    @Meta() meta: RequestMeta,
  ) {
    const plan = await planOfCampaign(this.store, id);
    if (!plan) throw ProblemError.of(404, 'not-found', { data: { id } });
    return answer(await this.commands.create(actor, { source: id, years, copied: copyForYear(plan, years) }, meta));
  }

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: preparationPage })
  list(@Req() request: Request, @Who() reader: Reader, @Query({ schema: pageQuery }) page: Page) {
    return this.query.list(reader, page, languageOf(request));
  }

  @Get(':id')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: preparationView })
  one(@Req() request: Request, @Who() reader: Reader, @Param('id') id: string) {
    return this.query.one(id, languageOf(request), reader);
  }

  @Get(':id/gate')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: gateView })
  gate(
    @Req() request: Request,
    @Who() reader: Reader,
    @Param('id') id: string,
    @Query({ schema: gateQuery }) { forecast }: GateQuery,
  ) {
    return this.query.gate(id, languageOf(request), reader, forecast !== '0');
  }

  @Get(':id/forecast')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: forecastSchema })
  async forecast(
    @Req() request: Request,
    @Param('id') id: string,
    @Query({ schema: forecastQuery }) { posts }: ForecastQuery,
  ) {
    const language = languageOf(request);
    const { plan, launchedAt, entries } = await this.query.forecast(id, language);
    const items = forecastView(entries, plan, { language, posts: posts === '1' });
    return { campaign: plan.code, launchedAt: launchedAt.toISOString(), items };
  }
}

/** What somebody is about to begin: theirs until it names its bodies. */
const begunBy = ({ unit: owner }: SignedIn): Subject => ({
  ...{ kind: 'preparation', owner },
  launchingUnit: null,
  standingBody: null,
});
