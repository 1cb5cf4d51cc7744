import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { ObligationCommands, type ObligationRequest, type RequestMeta } from '#libs/commands';
import {
  acceptBody,
  amendmentBody,
  delayBody,
  entryBody,
  escalationBody,
  extensionBody,
  extensionDecisionBody,
  extensionRequestBody,
  reasonBody,
  receiveBody,
  returnBody,
  submissionBody,
} from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import { checkSubmission } from './check-submission.js';

type Body_<S extends z.ZodType> = z.output<S>;

/** What people do with what is owed. Each answer is a receipt; nothing here waits for the engine. */
@ApiTags('obligations')
@Controller('obligations/:id')
export class ObligationCommandsController {
  constructor(private readonly commands: ObligationCommands) {}

  @Post('submission')
  @May('submit', 'obligation')
  submit(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Judged() owed: unknown,
    @Body({ schema: submissionBody }) body: Body_<typeof submissionBody>,
    @Meta() meta: RequestMeta,
  ) {
    const replies = body.replies && { replies: body.replies };
    if (body.draft !== undefined) return this.run(actor, id, { type: 'submit', draft: body.draft, ...replies }, meta);
    const content = checkSubmission(owed as ObligationDoc, body.content);
    return this.run(actor, id, { type: 'submit', content, ...replies }, meta);
  }

  /** Nhập thay: an officer of the collecting unit types the signed paper of a unit without accounts; somebody else accepts it. */
  @Post('entry')
  @May('enter', 'obligation')
  enter(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Judged() owed: unknown,
    @Body({ schema: entryBody }) { content, draft, paper, scan }: Body_<typeof entryBody>,
    @Meta() meta: RequestMeta,
  ) {
    if (draft !== undefined) return this.run(actor, id, { type: 'enter', draft, paper, scan }, meta);
    const checked = checkSubmission(owed as ObligationDoc, content);
    return this.run(actor, id, { type: 'enter', content: checked, paper, scan }, meta);
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
    @Body({ schema: receiveBody }) { contentHash }: Body_<typeof receiveBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'receive', ...(contentHash !== undefined && { contentHash }) }, meta);
  }

  @Post('accept')
  @May('accept', 'obligation')
  accept(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: acceptBody }) { reason, contentHash, resolve }: Body_<typeof acceptBody>,
    @Meta() meta: RequestMeta,
  ) {
    const more = {
      ...(reason !== undefined && { reason }),
      ...(contentHash !== undefined && { contentHash }),
      ...(resolve && { resolve }),
    };
    return this.run(actor, id, { type: 'accept', ...more }, meta);
  }

  @Post('return')
  @May('return', 'obligation')
  sendBack(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: returnBody }) { reason, contentHash, remarks }: Body_<typeof returnBody>,
    @Meta() meta: RequestMeta,
  ) {
    const more = { ...(contentHash !== undefined && { contentHash }), ...(remarks && { remarks }) };
    return this.run(actor, id, { type: 'return', reason, ...more }, meta);
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

  /** Figures below changed after this report went up: taken in, booked for the next period, or the report opened again. */
  @Post('amendment')
  @May('amend', 'obligation')
  amend(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: amendmentBody }) { n, decision, reason }: Body_<typeof amendmentBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'amend', n, decision, reason }, meta);
  }

  private async run(actor: SignedIn, id: string, request: ObligationRequest, meta: RequestMeta) {
    return answer(await this.commands.execute(actor, id, request, meta));
  }
}
