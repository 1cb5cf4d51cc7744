import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { accessRefusal } from '#libs/access';
import { AccountDesk, SignInDesk, SignIns } from '#libs/accounts';
import {
  changePasswordBody,
  choosePostBody,
  endedView,
  sessionView,
  signInsView,
  type ChangePasswordBody,
  type ChoosePostBody,
  type SessionView,
} from '#libs/contracts/http/index.js';
import type { SignInDoc } from '#libs/store';
import type { AccessRequest } from '../access/access-request.js';
import { dropSession, setCookies } from '../access/cookies.js';
import { MySignIn, Policy } from '../access/policy.decorator.js';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { ProblemError } from '../http/problem-error.js';
import { accountAnswer } from './account-answer.js';
import { browserOf } from './browser-of.js';
import { SessionQuery } from './session-query.js';

/** A person's own: which browsers are signed in, the password, which post is acted for. */
@ApiTags('me')
@Controller('me')
@Policy({ person: true })
export class MySignInsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly desk: SignInDesk,
    private readonly accounts: AccountDesk,
    private readonly query: SessionQuery,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('sign-ins')
  @ApiOkResponse({ standardSchema: signInsView })
  async list(@MySignIn() { _id: own, person }: SignInDoc) {
    const found = await this.signIns.ofPerson(person);
    return {
      items: found.map(({ _id, at, seenAt, until, agent, network }) => ({
        ...{ id: _id, at: at.toISOString(), seenAt: seenAt.toISOString(), until: until.toISOString() },
        ...{ agent, network, own: _id === own },
      })),
    };
  }

  /** Signs out on every device, this one too. */
  @Delete('sign-ins')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: endedView })
  async endAll(@MySignIn() { person }: SignInDoc, @Res({ passthrough: true }) response: Response) {
    dropSession(response, this.options);
    return accountAnswer(await this.accounts.signOutEverywhere(person, person));
  }

  /** Signs out one browser; `own` is this one. */
  @Delete('sign-ins/:id')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: endedView })
  async end(@MySignIn() mine: SignInDoc, @Param('id') id: string, @Res({ passthrough: true }) response: Response) {
    const which = id === 'own' ? mine._id : id;
    if (which === mine._id) dropSession(response, this.options);
    if (!(await this.signIns.end(mine.person, which))) throw ProblemError.of(404, 'not-found', { data: { id } });
    return { ended: 1 };
  }

  /** The post that requests act for which name none. */
  @Put('post')
  @ApiOkResponse({ standardSchema: sessionView })
  async choose(
    @MySignIn() { _id, person }: SignInDoc,
    @Body({ schema: choosePostBody }) { post }: ChoosePostBody,
  ): Promise<SessionView> {
    const held = await this.query.postsOf(person);
    if (!held.some(({ id }) => id === post)) throw ProblemError.refused(403, accessRefusal('post-not-yours'));
    await this.signIns.choosePost(_id, post);
    return this.query.view({ person, post });
  }

  /** Every other browser is signed out, and this one gets a new id. */
  @Put('password')
  @ApiOkResponse({ standardSchema: sessionView })
  async change(
    @MySignIn() { person, post }: SignInDoc,
    @Body({ schema: changePasswordBody }) { old, password }: ChangePasswordBody,
    @Req() request: AccessRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const letIn = accountAnswer(
      await this.desk.changePassword(person, old, password, { ...browserOf(request, this.options), post }),
    );
    setCookies(response, this.options, letIn);
    return this.query.view({ person, post });
  }
}
