import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  type StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { FormDraftCommands, type RequestMeta } from '#libs/commands';
import { checkView, fieldsBody, formView, importView, pasteBody, prefillBody } from '#libs/contracts/http/index.js';
import { MAX_XLSX_BYTES } from '#libs/documents';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import type { Upload } from '../http/upload.js';
import { asExcel } from './as-excel.js';
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

  /** The same for an officer who types the signed paper of a unit without accounts; handed in by `entry`. */
  @Patch('entry/draft')
  @May('enter', 'obligation')
  async saveEntry(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: fieldsBody }) { form, changes }: Body_<typeof fieldsBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.drafts.saveOnBehalf(actor, id, form, changes, meta.key));
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

  /** The form as an Excel file, with everything known beside each cell and the draft filled in. */
  @Get('form/excel')
  @May('read', 'obligation')
  async template(@Param('id') id: string, @Judged() owed: unknown): Promise<StreamableFile> {
    return asExcel(await this.query.template(owed as ObligationDoc), id);
  }

  /** Reads a filled-in file and says what it would change, bad cells named; saved by the fields above. */
  @Post('draft/excel')
  @HttpCode(200)
  @May('autosave', 'obligation')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_XLSX_BYTES, files: 1, fields: 0, parts: 1 } }))
  @ApiOkResponse({ standardSchema: importView })
  readExcel(@Param('id') _: string, @Judged() owed: unknown, @UploadedFile() file: Upload | undefined) {
    return this.query.excel(owed as ObligationDoc, file);
  }
}
