import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { PreferenceCommands, type RequestMeta } from '#libs/commands';
import { preferenceBody, preferenceView, type PreferenceBody } from '#libs/contracts/http/index.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';
import { PreferenceQuery } from './preference-query.js';

/** How I want to be reminded. Mine alone: nobody reads or changes another person's. */
@ApiTags('me')
@Controller('me/preferences')
export class PreferencesController {
  constructor(
    private readonly query: PreferenceQuery,
    private readonly commands: PreferenceCommands,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: preferenceView })
  mine(@Me() actor: SignedIn) {
    return this.query.mine(actor);
  }

  /** Holds for every digest that is not written yet. */
  @Put()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: preferenceView })
  async choose(
    @Me() actor: SignedIn,
    @Body({ schema: preferenceBody }) { revision: _, ...wish }: PreferenceBody,
    @Meta() meta: RequestMeta,
  ) {
    const outcome = await this.commands.choose(actor, wish, meta);
    if (!outcome.ok && outcome.status === 400)
      throw ProblemError.input([{ field: 'digestAt', message: outcome.reason }]);
    answer(outcome);
    return this.query.mine(actor);
  }
}
