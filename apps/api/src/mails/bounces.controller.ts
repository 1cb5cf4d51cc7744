import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { MailCommands } from '#libs/commands';
import { bounceBody } from '#libs/contracts/http/index.js';
import { readBounce } from '#libs/mail/bounce.js';
import { Policy } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { bouncesVi } from '../http/messages/vi.js';
import { ProblemError } from '../http/problem-error.js';

/** Where the mail system hands in what came back (RFC 3464). It signs in with the secret `MAIL_BOUNCE_SECRET`. */
@ApiTags('mails')
@Controller('mail/bounces')
export class BouncesController {
  constructor(private readonly commands: MailCommands) {}

  @Post()
  @HttpCode(200)
  @Policy({ secret: 'bounces' })
  async take(@Body({ schema: bounceBody }) { message, to }: z.output<typeof bounceBody>) {
    const bounce = await readBounce(message, to);
    if (typeof bounce === 'string') throw ProblemError.input([{ field: 'message', message: bouncesVi[bounce] }]);
    return answer(await this.commands.bounce(bounce));
  }
}
