import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import type { RequestMeta } from '#libs/commands';
import {
  workflowActBody,
  workflowPage,
  workflowReceipt,
  workflowsQuery,
  type WorkflowAct,
  type WorkflowsQuery,
} from '#libs/contracts/http/index.js';
import { WorkflowCommands } from '#libs/inspect';
import { May, Me } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import { WorkflowQuery } from './workflow-query.js';

type Body_ = z.output<typeof workflowActBody>;

/** Workflows beside their records, for administrators: what each waits for, why it stands still, and what to do about it. */
@ApiTags('inspector')
@Controller('workflows')
export class WorkflowsController {
  constructor(
    private readonly query: WorkflowQuery,
    private readonly commands: WorkflowCommands,
  ) {}

  @Get()
  @May('read', 'engine')
  @ApiOkResponse({ standardSchema: workflowPage })
  search(@Query({ schema: workflowsQuery }) query: WorkflowsQuery) {
    return this.query.search(query);
  }

  @Get(':id')
  @May('read', 'engine')
  @ApiOkResponse({ standardSchema: workflowPage })
  async one(@Param('id') id: string) {
    const found = await this.query.one(id);
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    return found;
  }

  /** Has it look again at what is due. */
  @Post(':id/wake')
  @HttpCode(200)
  @May('repair', 'engine')
  @ApiOkResponse({ standardSchema: workflowReceipt })
  wake(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: workflowActBody }) body: Body_,
    @Meta() meta: RequestMeta,
  ) {
    return this.act(actor, id, 'wake', body, meta);
  }

  /** Ends its run and starts another from the record. */
  @Post(':id/restart')
  @HttpCode(200)
  @May('repair', 'engine')
  @ApiOkResponse({ standardSchema: workflowReceipt })
  restart(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: workflowActBody }) body: Body_,
    @Meta() meta: RequestMeta,
  ) {
    return this.act(actor, id, 'restart', body, meta);
  }

  /** Its failed activities are tried at once instead of after their pause. */
  @Post(':id/retry')
  @HttpCode(200)
  @May('repair', 'engine')
  @ApiOkResponse({ standardSchema: workflowReceipt })
  retry(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: workflowActBody }) body: Body_,
    @Meta() meta: RequestMeta,
  ) {
    return this.act(actor, id, 'retry', body, meta);
  }

  private async act(actor: SignedIn, id: string, act: WorkflowAct, { reason }: Body_, meta: RequestMeta) {
    return answer(await this.commands.act(actor, id, act, reason, meta));
  }
}
