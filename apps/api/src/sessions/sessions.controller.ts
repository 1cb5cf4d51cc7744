import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { SessionCommands, type RequestMeta } from '#libs/commands';
import { openSessionBody, postponeSessionBody, rollView } from '#libs/contracts/http/index.js';
import type { SessionDoc } from '#libs/store';
import { Judged, May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { Meta } from '../http/request-meta.js';
import { RollQuery } from './roll-query.js';

/** Sessions of the council. */
@ApiTags('sessions')
@Controller('sessions/:id')
export class SessionsController {
  constructor(
    private readonly commands: SessionCommands,
    private readonly rolls: RollQuery,
  ) {}

  @Post('open')
  @May('open', 'session')
  async open(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: openSessionBody }) body: z.output<typeof openSessionBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.open(actor, id, body.present, meta));
  }

  @Post('postpone')
  @May('postpone', 'session')
  async postpone(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: postponeSessionBody }) { day, time, reason }: z.output<typeof postponeSessionBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.postpone(actor, id, { day, time, reason }, meta));
  }

  /** Who is called, who is there, how many have voted, and the count once it is made. */
  @Get('roll')
  @May('read', 'session')
  @ApiOkResponse({ standardSchema: rollView })
  roll(@Me() actor: SignedIn, @Param('id') _: string, @Judged() judged: unknown) {
    return this.rolls.of(actor, judged as SessionDoc);
  }

  @Get()
  @May('read', 'session')
  one(@Judged() judged: unknown) {
    const { _id, hasPending: _p, book: _b, ...session } = judged as SessionDoc;
    return { id: _id, ...session };
  }
}
