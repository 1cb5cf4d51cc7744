import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { DifficultyCommands, type DifficultyRequest, type RequestMeta } from '#libs/commands';
import {
  answerBody,
  difficultyReasonBody,
  difficultyReceipt,
  forwardBody,
  resolvedBody,
} from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';

type Reason = z.output<typeof difficultyReasonBody>;

/** Difficulties (khó khăn, vướng mắc) that reports raised: answered, declined, forwarded; taken back, settled, raised again. */
@ApiTags('difficulties')
@Controller('obligations/:id')
export class DifficultyCommandsController {
  constructor(private readonly commands: DifficultyCommands) {}

  @Post('answer')
  @May('answer', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  reply(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: answerBody }) { text, document }: z.output<typeof answerBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'answer', text, ...(document && { document }) }, meta);
  }

  /** Nothing will be done about it, and why: an answer too. */
  @Post('decline')
  @May('decline', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  decline(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: difficultyReasonBody }) { reason }: Reason,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'decline', reason }, meta);
  }

  /** To the unit above, or an office of the same level that is competent. */
  @Post('forward')
  @May('forward', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  forward(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: forwardBody }) { to, reason }: z.output<typeof forwardBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'forward', to, reason }, meta);
  }

  /** Taken back by who raised it. */
  @Post('retract')
  @May('retract', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  retract(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: difficultyReasonBody }) { reason }: Reason,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'retract', reason }, meta);
  }

  /** "Đã được giải quyết", says who raised it. */
  @Post('resolved')
  @May('resolve', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  resolve(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: resolvedBody }) _: z.output<typeof resolvedBody>,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'resolve' }, meta);
  }

  /** The answer did not settle it: owed anew, the whole time. */
  @Post('raise-again')
  @May('raise_again', 'obligation')
  @ApiCreatedResponse({ standardSchema: difficultyReceipt })
  raiseAgain(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: difficultyReasonBody }) { reason }: Reason,
    @Meta() meta: RequestMeta,
  ) {
    return this.run(actor, id, { type: 'reopen', reason }, meta);
  }

  private async run(actor: SignedIn, id: string, request: DifficultyRequest, meta: RequestMeta) {
    return answer(await this.commands.execute(actor, id, request, meta));
  }
}
