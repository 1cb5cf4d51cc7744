import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { readPlanBody } from '#libs/contracts/http/index.js';
import { MAX_FILE_BYTES, readPlanFile, readPlanText, type ReadPlan } from '#libs/documents';
import { isRefusal, type Refusal } from '#libs/domain';
import { Policy } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';

interface Upload {
  originalname: string;
  buffer: Buffer;
}

/** Plans as they are issued: an officer uploads or pastes one and sees what was read. Nothing is stored here. */
@ApiTags('plans')
@Controller('plans')
export class PlansController {
  @Post('read')
  @HttpCode(200)
  @Policy({ signedIn: true })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' }, text: { type: 'string' } } },
  })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 1, parts: 2 } }))
  async read(
    @UploadedFile() file: Upload | undefined,
    @Body({ schema: readPlanBody }) { text }: z.output<typeof readPlanBody>,
  ): Promise<ReadPlan> {
    if (file) return unlessRefused(await readPlanFile({ name: nameOf(file), bytes: file.buffer }));
    return unlessRefused(readPlanText(text ?? '', 'văn bản dán vào'));
  }
}

/** Browsers send names in UTF-8, the parser takes them for Latin-1. */
const nameOf = ({ originalname }: Upload): string => Buffer.from(originalname, 'latin1').toString('utf8');

const TOO_LARGE = 'document-too-large';
const BUSY = 'document-busy';

function unlessRefused(found: ReadPlan | Refusal): ReadPlan {
  if (!isRefusal(found)) return found;
  throw ProblemError.refused(found.code === TOO_LARGE ? 413 : found.code === BUSY ? 503 : 422, found);
}
