import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AccountDesk, accountRefusal, SignInDesk, type LetIn } from '#libs/accounts';
import {
  newPasswordBody,
  resetBody,
  sessionView,
  signInBody,
  tryOutView,
  type NewPasswordBody,
  type ResetBody,
  type SessionView,
  type SignInBody,
  type TryOutView,
} from '#libs/contracts/http/index.js';
import type { Refusal } from '#libs/domain';
import type { AccessRequest } from '../access/access-request.js';
import { setCookies } from '../access/cookies.js';
import { Policy } from '../access/policy.decorator.js';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { accountAnswer } from './account-answer.js';
import { browserOf } from './browser-of.js';
import { SessionQuery } from './session-query.js';
import { TryOutQuery } from './try-out-query.js';

/** The door. Whoever is let in gets a new id, whatever stood in the cookie before. */
@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(
    private readonly desk: SignInDesk,
    private readonly accounts: AccountDesk,
    private readonly query: SessionQuery,
    private readonly tryOut: TryOutQuery,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Who this browser is signed in as; also which ways of signing in there are. */
  @Get('session')
  @Policy({ open: 'anyone' })
  @ApiOkResponse({ standardSchema: sessionView })
  session(@Req() request: AccessRequest): Promise<SessionView> {
    return this.query.of(request);
  }

  /** Posts to look around with, where development accounts are on; nobody's name stands there otherwise. */
  @Get('session/posts')
  @Policy({ open: 'anyone' })
  @ApiOkResponse({ standardSchema: tryOutView })
  async posts(): Promise<TryOutView> {
    return this.options.signIn === 'dev' ? this.tryOut.posts() : { items: [] };
  }

  @Post('session')
  @HttpCode(200)
  @Policy({ door: true })
  @ApiOkResponse({ standardSchema: sessionView })
  async signIn(
    @Body({ schema: signInBody }) { address, password }: SignInBody,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.let(await this.desk.signIn(address, password, browserOf(request, this.options)), response);
  }

  /** A password by the link of an invitation or of a reset. */
  @Post('account/password')
  @HttpCode(200)
  @Policy({ door: true })
  @ApiOkResponse({ standardSchema: sessionView })
  async setPassword(
    @Body({ schema: newPasswordBody }) { token, password }: NewPasswordBody,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.let(await this.desk.setPassword(token, password, browserOf(request, this.options)), response);
  }

  /** The same answer whether the address is known or not. */
  @Post('account/reset')
  @HttpCode(202)
  @Policy({ door: true })
  async reset(@Body({ schema: resetBody }) { address }: ResetBody, @Req() request: AccessRequest): Promise<object> {
    const seconds = await this.accounts.askForReset(address, browserOf(request, this.options).network);
    return accountAnswer(seconds > 0 ? accountRefusal('sign-in-slow', { seconds }) : {});
  }

  private async let(outcome: LetIn | Refusal, response: Response): Promise<SessionView> {
    const letIn = accountAnswer(outcome);
    setCookies(response, this.options, letIn);
    return this.query.view({ person: letIn.person, post: null });
  }
}
