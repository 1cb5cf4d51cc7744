import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { FormDraftCommands, type RequestMeta } from '#libs/commands';
import { checkView, fieldsBody, formView, importView, pasteBody, prefillBody } from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import { FormQuery } from './form-query.js';

type Body_<S extends z.ZodType> = z.output<S>;

/** The form of what is owed and its draft: filled in field by field, from the last period, or from a spreadsheet. */
@ApiTags('forms')
@Controller('obligations/:id')
export class FormsController {
  constructor(
    private readonly query: FormQuery,
    private readonly drafts: FormDraftCommands,
  ) {}

  @Get('form')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: formView })
  form(@Param('id') _: string, @Judged() owed: unknown) {
    return this.query.view(owed as ObligationDoc);
  }

  /** What would keep the draft from being handed in, all of it. */
  @Get('form/check')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: checkView })
  check(@Param('id') _: string, @Judged() owed: unknown) {
    return this.query.check(owed as ObligationDoc);
  }

  /** Autosave of fields. 409 `draft-conflict` gives both values of each field that somebody else wrote meanwhile. */
  @Patch('draft')
  @May('autosave', 'obligation')
  async save(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: fieldsBody }) { form, changes }: Body_<typeof fieldsBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.drafts.save(actor, id, form, changes, meta.key));
  }

  /** Fills empty fields; each stays unconfirmed until a person confirms it. */
  @Post('draft/prefill')
  @HttpCode(200)
  @May('autosave', 'obligation')
  async prefill(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: prefillBody }) { form, from, status }: Body_<typeof prefillBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.drafts.prefill(actor, id, form, { from, status }, meta.key));
  }

  /** Reads a range copied from a spreadsheet and says what it would change; saved by the fields above. */
  @Post('draft/paste')
  @HttpCode(200)
  @May('autosave', 'obligation')
  @ApiOkResponse({ standardSchema: importView })
  paste(
    @Param('id') _: string,
    @Judged() owed: unknown,
    @Body({ schema: pasteBody }) { form, at, text }: Body_<typeof pasteBody>,
  ) {
    return this.query.paste(owed as ObligationDoc, form, at, text);
  }
}
