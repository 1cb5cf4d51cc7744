import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { may, type SignedIn } from '#libs/access';
import { LaunchPrepared, PreparationCommands, type RequestMeta } from '#libs/commands';
import {
  answersBody,
  confirmBody,
  parentBody,
  plainBody,
  reasonBody,
  waiveBody,
  withdrawWaiverBody,
} from '#libs/contracts/http/index.js';
import { Clock } from '#libs/clock';
import { May, Me } from '../access/policy.decorator.js';
import { Subjects } from '../access/subjects.js';
import { answer } from '../http/answer.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';

type Body_<S extends z.ZodType> = z.output<S>;

/** What officers do with a preparation until it is a campaign. A refused command changes nothing. */
@ApiTags('preparations')
@Controller('preparations/:id')
export class PreparationCommandsController {
  constructor(
    private readonly commands: PreparationCommands,
    private readonly launching: LaunchPrepared,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  @Patch('answers')
  @May('prepare', 'preparation')
  async answers(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: answersBody }) { answers }: Body_<typeof answersBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.answer(actor, id, answers, meta));
  }

  @Post('confirm')
  @HttpCode(200)
  @May('prepare', 'preparation')
  async confirm(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: confirmBody }) { fields }: Body_<typeof confirmBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.confirm(actor, id, fields, meta));
  }

  @Post('waive')
  @HttpCode(200)
  @May('prepare', 'preparation')
  async waive(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: waiveBody }) { item, reason }: Body_<typeof waiveBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.waive(actor, id, item, reason, meta));
  }

  @Post('withdraw-waiver')
  @HttpCode(200)
  @May('prepare', 'preparation')
  async withdraw(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: withdrawWaiverBody }) { item }: Body_<typeof withdrawWaiverBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.withdrawWaiver(actor, id, item, meta));
  }

  /** Only a campaign that the actor may read can be a parent: its targets are shown here. */
  @Post('parent')
  @HttpCode(200)
  @May('prepare', 'preparation')
  async parent(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: parentBody }) { parent }: Body_<typeof parentBody>,
    @Meta() meta: RequestMeta,
  ) {
    if (parent) {
      const found = await this.subjects.load('campaign', parent.campaign, await this.clock.now());
      if (!found) throw ProblemError.of(404, 'not-found', { data: { id: parent.campaign } });
      const refusal = may(actor, 'read', found.subject);
      if (refusal) throw ProblemError.refused(403, refusal);
    }
    return answer(await this.commands.linkParent(actor, id, parent, meta));
  }

  @Post('discard')
  @HttpCode(200)
  @May('prepare', 'preparation')
  async discard(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reasonBody }) { reason }: Body_<typeof reasonBody>,
    @Meta() meta: RequestMeta,
  ) {
    return answer(await this.commands.discard(actor, id, reason, meta));
  }

  /** Only through a clean gate; otherwise 409 with everything that holds it up. */
  @Post('launch')
  @May('launch', 'preparation')
  async launch(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: plainBody }) _: unknown,
    @Meta() meta: RequestMeta,
  ) {
    const outcome = await this.launching.launch(actor, id, meta);
    if (outcome.ok || !outcome.items?.length) return answer(outcome);
    const errors = outcome.items.map(({ id: item, text }) => ({ field: item, message: text }));
    throw new ProblemError(409, outcome.code, outcome.reason, {
      errors,
      data: { count: errors.length },
      more: { items: outcome.items },
    });
  }
}
