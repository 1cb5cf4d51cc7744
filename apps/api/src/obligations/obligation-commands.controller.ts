import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { DraftCommands, ObligationCommands, type ObligationRequest, type RequestMeta } from '#libs/commands';
import {
  acceptBody,
  delayBody,
  draftBody,
  escalationBody,
  extensionBody,
  extensionDecisionBody,
  extensionRequestBody,
  plainBody,
  reasonBody,
  submissionBody,
} from '#libs/contracts/http/index.js';
import type { ObligationDoc, SubmissionContent } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import { checkSubmission } from './check-submission.js';

type Body_<S extends z.ZodType> = z.output<S>;

/** What people do with what is owed. Each answer is a receipt; nothing here waits for the engine. */
@ApiTags('obligations')
@Controller('obligations/:id')
export class ObligationCommandsController {
  constructor(
    private readonly commands: ObligationCommands,
    private readonly drafts: DraftCommands,
  ) {}

  @Post('submission')
  @May('submit', 'obligation')
  submit(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Judged() owed: unknown,
    @Body({ schema: submissionBody }) body: Body_<typeof submissionBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'submit', content: checkSubmission(owed as ObligationDoc, body.content) }, meta);
  }

  @Post('withdraw')
  @May('withdraw', 'obligation')
  withdraw(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'withdraw', reason }, meta);
  }

  @Post('receive')
  @May('receive', 'obligation')
  receive(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: plainBody }) _: unknown,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'receive' }, meta);
  }

  @Post('accept')
  @May('accept', 'obligation')
  accept(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: acceptBody }) { reason }: Body_<typeof acceptBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'accept', ...(reason !== undefined && { reason }) }, meta);
  }

  @Post('return')
  @May('return', 'obligation')
  sendBack(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'return', reason }, meta);
  }

  @Post('reopen')
  @May('reopen', 'obligation')
  reopen(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'reopen', reason }, meta);
  }

  /** What the engine could not compute is put back where it stood, once its cause is mended. */
  @Post('release')
  @May('release', 'obligation')
  release(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'release', reason }, meta);
  }

  @Post('excuse')
  @May('excuse', 'obligation')
  excuse(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'excuse', reason }, meta);
  }

  @Post('extension-request')
  @May('request_extension', 'obligation')
  askForMore(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: extensionRequestBody }) body: Body_<typeof extensionRequestBody>,
    @Meta() meta: RequestMeta,
  ) {
    const { proposedDay, reason } = body;
    return this.run(actor, id, { type: 'request_extension', proposedDay, reason }, meta);
  }

  @Post('extension-decision')
  @May('decide_extension', 'obligation')
  decideMore(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: extensionDecisionBody }) body: Body_<typeof extensionDecisionBody>,
    @Meta() meta: RequestMeta,
  ) {
    const { granted, lastDay, reason } = body;
    return this.run(
      actor,
      id,
      { type: 'decide_extension', granted, reason, ...(lastDay !== undefined && { lastDay }) },
      meta,
    );
  }

  @Post('extension')
  @May('extend', 'obligation')
  extend(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: extensionBody }) { lastDay, reason }: Body_<typeof extensionBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'extend', lastDay, reason }, meta);
  }

  /** "Tôi sẽ nộp muộn": no extension; the reminders rest until the day that is named. */
  @Post('delay')
  @May('declare_delay', 'obligation')
  declareDelay(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: delayBody }) { expectedDay, reason }: Body_<typeof delayBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'declare_delay', expectedDay, reason }, meta);
  }

  @Post('escalate')
  @May('escalate', 'obligation')
  escalate(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: escalationBody }) { to, reason }: Body_<typeof escalationBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'escalate', to, reason }, meta);
  }

  /** Autosave, apart from the obligation. `revision` is the draft's own. */
  @Put('draft')
  @HttpCode(200)
  @May('autosave', 'obligation')
  async autosave(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: draftBody }) body: Body_<typeof draftBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.drafts.save(actor, id, body.content as SubmissionContent, body.revision, meta.key));
  }

  private async run(actor: SignedIn, id: string, request: ObligationRequest, meta: RequestMeta) {
    return answer(await this.commands.execute(actor, id, request, meta));
  }
}
