import { Body, Controller, Delete, Get, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { mongo } from 'mongoose';
import type { SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import { plainBody } from '#libs/contracts/http/index.js';
import { isRefusal, letterKinds, refuse, type LetterKind } from '#libs/domain';
import { checkTemplate, MAX_TEMPLATE_BYTES, templateId, templateOf } from '#libs/letters';
import { Store } from '#libs/store';
import { May, Me } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';
import { asFile } from './as-file.js';

interface Upload {
  originalname: string;
  buffer: Buffer;
}

/** The Word templates of an office: download, edit in Word, put back. What is wrong with one is said place by place, and nothing is kept. */
@ApiTags('letters')
@Controller('units/:id/letter-templates/:kind')
export class LetterTemplatesController {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('read', 'unit')
  async one(@Param('id') unit: string, @Param('kind') kind: string) {
    return asFile(await templateOf(this.store, unit, kindOf(kind)), `mau.${kind}`, 'docx');
  }

  @Post()
  @HttpCode(200)
  @May('keep_template', 'unit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_TEMPLATE_BYTES, files: 1, fields: 1, parts: 2 } }))
  async replace(
    @Me() { post }: SignedIn,
    @Param('id') unit: string,
    @Param('kind') named: string,
    @UploadedFile() file: Upload | undefined,
    @Body({ schema: plainBody }) _: unknown,
  ) {
    const kind = kindOf(named);
    const name = file ? Buffer.from(file.originalname, 'latin1').toString('utf8') : '';
    const bytes = file?.buffer ?? Buffer.alloc(0);
    const verdict = await checkTemplate({ name, bytes }, kind);
    if (isRefusal(verdict)) throw ProblemError.refused(verdict.code === 'template-too-large' ? 413 : 422, verdict);
    const { findings } = verdict;
    if (findings.length > 0) {
      const errors = findings.map(({ tag, text }) => ({ field: tag ?? 'file', message: text }));
      throw ProblemError.refused(422, refuse('template-wrong', { name, count: findings.length }), { errors });
    }
    const at = await this.clock.now();
    const set = { unit, kind, bytes: new mongo.Binary(bytes), by: post, at };
    await this.store.letterTemplates.updateOne({ _id: templateId(unit, kind) }, { $set: set }, { upsert: true });
    return { unit, kind, by: post, at };
  }

  /** Back to the template that comes with the product. */
  @Delete()
  @May('keep_template', 'unit')
  async giveUp(@Param('id') unit: string, @Param('kind') kind: string) {
    await this.store.letterTemplates.deleteOne({ _id: templateId(unit, kindOf(kind)) });
    return { unit, kind, by: null, at: null };
  }
}

function kindOf(kind: string): LetterKind {
  const found = letterKinds.find((one) => one === kind);
  if (!found) throw ProblemError.of(404, 'not-found', { data: { id: kind } });
  return found;
}
