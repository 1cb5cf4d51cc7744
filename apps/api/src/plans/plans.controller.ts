import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { readPlanBody } from '#libs/contracts/http/index.js';
import { MAX_FILE_BYTES, type ReadPlan } from '#libs/documents';
import { Policy } from '../access/policy.decorator.js';
import type { Upload } from '../http/upload.js';
import { arrivedPlan } from './uploaded-plan.js';

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
    @Body({ schema: readPlanBody }) { text: pasted }: z.output<typeof readPlanBody>,
  ): Promise<ReadPlan> {
    const { text, reading } = await arrivedPlan(file, pasted);
    return { text, reading };
  }
}
