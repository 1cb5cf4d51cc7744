import { Controller, Delete, Head, HttpCode, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { SignedIn, Subject } from '#libs/access';
import { Clock } from '#libs/clock';
import { EvidenceCommands, type RequestMeta } from '#libs/commands';
import { isRefusal, localDateOf, refuse, type Refusal } from '#libs/domain';
import { evidenceLimitsOn } from '#libs/rules';
import type { ObligationDoc, UploadDoc } from '#libs/store';
import { Judged, JudgedAs, May, Me, Policy } from '../access/policy.decorator.js';
import { Meta } from '../http/request-meta.js';
import { AttachDoor } from './attach-door.js';
import { uploadUrl } from './evidence-query.js';
import { evidenceProblem } from './evidence-status.js';
import { ALGORITHMS, bytesIn, checksumOf, EXTENSIONS, metadataOf, speakTus, TUS } from './tus-headers.js';
import { UploadDesk } from './upload-desk.js';

/**
 * The tus protocol 1.0 (tus.io): core, creation, termination, checksum, expiration. A file comes in over as many connections as the line
 * needs; when its last byte is here it is told, hashed and bound. Clients send one `Idempotency-Key` for a whole upload.
 */
@ApiTags('evidence')
@Controller('obligations/:id/evidence/uploads')
export class UploadsController {
  constructor(
    private readonly desk: UploadDesk,
    private readonly commands: EvidenceCommands,
    private readonly clock: Clock,
    private readonly door: AttachDoor,
  ) {}

  @Options()
  @HttpCode(204)
  @Policy({ signedIn: true })
  async able(@Res({ passthrough: true }) response: Response): Promise<void> {
    const { maxBytes } = evidenceLimitsOn(localDateOf(await this.clock.now()));
    response.set({ 'Tus-Resumable': TUS, 'Tus-Version': TUS, 'Tus-Extension': EXTENSIONS });
    response.set({ 'Tus-Checksum-Algorithm': ALGORITHMS, 'Tus-Max-Size': String(maxBytes) });
  }

  /** `Upload-Length`, and `Upload-Metadata` with `path`, `filename`, where possible `sha256` (hex). */
  @Post()
  @May('attach', 'obligation')
  async begin(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Judged() owed: unknown,
    @JudgedAs() subject: Subject,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Meta() { key }: RequestMeta,
  ): Promise<void> {
    orThrow(speakTus(request, response));
    orThrow(await this.door.barred(actor, subject));
    const bytes = orThrow(bytesIn(request, 'Upload-Length'));
    const { path, filename, sha256 } = orThrow(metadataOf(request));
    const announced = { path, name: filename, bytes, hash: sha256 ?? null };
    const upload = orThrow(await this.commands.begin(actor, owed as ObligationDoc, announced, key));
    response.setHeader('Location', uploadUrl(id, upload._id));
    standing(response, upload);
  }

  /** Where to go on from. */
  @Head(':upload')
  @HttpCode(200)
  @May('attach', 'obligation')
  async ask(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @JudgedAs() subject: Subject,
    @Param('upload') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    orThrow(speakTus(request, response));
    orThrow(await this.door.barred(actor, subject));
    const upload = orThrow(await this.desk.standing(id, name));
    standing(response, upload);
    response.setHeader('Upload-Length', String(upload.length));
  }

  @Patch(':upload')
  @HttpCode(204)
  @May('attach', 'obligation')
  async append(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @JudgedAs() subject: Subject,
    @Param('upload') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    orThrow(speakTus(request, response));
    orThrow(await this.door.barred(actor, subject));
    if (request.get('Content-Type') !== 'application/offset+octet-stream') orThrow(refuse('upload-media'));
    const offset = orThrow(bytesIn(request, 'Upload-Offset'));
    const checksum = orThrow(checksumOf(request));
    const upload = orThrow(await this.desk.append(id, name, offset, request, checksum));
    standing(response, upload);
  }

  @Delete(':upload')
  @HttpCode(204)
  @May('attach', 'obligation')
  async cancel(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @JudgedAs() subject: Subject,
    @Param('upload') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    orThrow(speakTus(request, response));
    orThrow(await this.door.barred(actor, subject));
    await this.commands.cancel(orThrow(await this.desk.open(id, name)));
  }
}

function standing(response: Response, { offset, expiresAt }: UploadDoc): void {
  response.setHeader('Upload-Offset', String(offset));
  response.setHeader('Upload-Expires', expiresAt.toUTCString());
}

/** @throws ProblemError for a refusal */
function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw evidenceProblem(value, value.code === 'upload-busy' ? { 'Retry-After': '2' } : {});
  return value;
}
