import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { ledCampaigns, readableObligations, type SignedIn, type Subject } from '#libs/access';
import { EvidenceCommands, type RequestMeta } from '#libs/commands';
import { evidenceListView, fileQuery, knownFileBody, placeQuery } from '#libs/contracts/http/index.js';
import { isRefusal, localDateOf, mayBeServed, refuse } from '#libs/domain';
import { Clock } from '#libs/clock';
import { evidenceLimitsOn } from '#libs/rules';
import { gridFiles, Store, type ObligationDoc } from '#libs/store';
import { Judged, JudgedAs, May, Me } from '../access/policy.decorator.js';
import { Meta } from '../http/request-meta.js';
import { AttachDoor } from './attach-door.js';
import { evidenceProblem } from './evidence-status.js';
import { EvidenceQuery } from './evidence-query.js';
import { serveFile } from './serve-file.js';

type Body_<S extends z.ZodType> = z.output<S>;

/** Files that show what a report says: whoever may read the report may read them, nobody else. */
@ApiTags('evidence')
@Controller('obligations/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly query: EvidenceQuery,
    private readonly commands: EvidenceCommands,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly door: AttachDoor,
  ) {}

  @Get()
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: evidenceListView })
  list(@Param('id') id: string) {
    return this.query.list(id);
  }

  /** The file itself: pictures and PDF inline, the rest as a download. An infected one is never served. */
  @Get(':hash')
  @May('read', 'obligation')
  async read(
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Query({ schema: fileQuery }) { download }: Body_<typeof fileQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const found = await this.query.file(id, hash);
    if (!found) throw evidenceProblem(refuse('evidence-not-here'));
    const { name } = found.file;
    if (found.scan === 'infected') throw evidenceProblem(refuse('evidence-infected', { name }));
    if (!mayBeServed(found.scan)) throw evidenceProblem(refuse('evidence-pending', { name }), { 'Retry-After': '5' });
    const { kinds } = evidenceLimitsOn(localDateOf(await this.clock.now()));
    const kind = kinds.find(({ type }) => type === found.content.type);
    return serveFile(response, gridFiles(this.store), found, kind, download === '1');
  }

  /** A file that is kept already, for whoever may read a report that has it. */
  @Post()
  @HttpCode(200)
  @May('attach', 'obligation')
  async bind(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Judged() owed: unknown,
    @JudgedAs() subject: Subject,
    @Body({ schema: knownFileBody }) body: Body_<typeof knownFileBody>,
    @Meta() { key }: RequestMeta,
  ) {
    await this.admit(actor, subject);
    const bound = await this.commands.bindKnown(
      actor,
      owed as ObligationDoc,
      body,
      (ids) => this.readable(actor, ids),
      key,
    );
    if (isRefusal(bound)) throw evidenceProblem(bound);
    return this.query.list(id);
  }

  /** Takes a file from its place in the draft; what was handed in keeps it. */
  @Delete(':hash')
  @HttpCode(200)
  @May('attach', 'obligation')
  async unbind(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Judged() owed: unknown,
    @JudgedAs() subject: Subject,
    @Query({ schema: placeQuery }) { path }: Body_<typeof placeQuery>,
    @Meta() { key }: RequestMeta,
  ) {
    await this.admit(actor, subject);
    const refusal = await this.commands.unbind(actor, owed as ObligationDoc, { path, hash }, key);
    if (refusal) throw evidenceProblem(refusal);
    return this.query.list(id);
  }

  private async admit(actor: SignedIn, subject: Subject): Promise<void> {
    const barred = await this.door.barred(actor, subject);
    if (barred) throw evidenceProblem(barred);
  }

  private async readable(actor: SignedIn, obligations: string[]): Promise<string | null> {
    const mine = readableObligations(actor, await ledCampaigns(this.store, actor));
    const filter = { $and: [{ _id: { $in: obligations } }, mine] };
    return (await this.store.obligations.findOne(filter as never, { projection: { _id: 1 } }))?._id ?? null;
  }
}
