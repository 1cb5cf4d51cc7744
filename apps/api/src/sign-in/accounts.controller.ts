import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { AccountDesk } from '#libs/accounts';
import {
  accountsView,
  endedView,
  invitedView,
  personBody,
  uninvitedQuery,
  uninvitedView,
  type PersonBody,
  type UninvitedQuery as Asked,
} from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { Names } from '../http/names.js';
import { accountAnswer } from './account-answer.js';
import { HeldPosts } from './held-posts.js';
import { UninvitedQuery } from './uninvited-query.js';

/** Who has an account; administrators invite, disable and sign out. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly desk: AccountDesk,
    private readonly names: Names,
    private readonly held: HeldPosts,
    private readonly uninvited: UninvitedQuery,
  ) {}

  @Get()
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: accountsView })
  async list() {
    const accounts = await this.desk.list();
    const [names, postsOf] = await Promise.all([this.names.persons(accounts.map(({ _id }) => _id)), this.held.today()]);
    return {
      items: accounts.map(({ _id, login, state, acts }) => ({
        ...{ person: _id, name: names.get(_id) ?? _id, address: login, state },
        acts: acts.map((one) => ({ ...one, at: one.at.toISOString() })),
        posts: postsOf(_id),
      })),
    };
  }

  /** Who holds a post today and has no account. */
  @Get('uninvited')
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: uninvitedView })
  candidates(@Query({ schema: uninvitedQuery }) { find = '' }: Asked) {
    return this.uninvited.find(find);
  }

  /** Sends an invitation by mail; again, where the first was lost. */
  @Post('invitation')
  @HttpCode(200)
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: invitedView })
  async invite(@Me() { post }: SignedIn, @Body({ schema: personBody }) { person }: PersonBody) {
    const { login, until, mail } = accountAnswer(await this.desk.invite(person, post));
    return { person, address: login, until: until.toISOString(), mail };
  }

  @Post('disabled')
  @HttpCode(200)
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: endedView })
  async disable(@Me() { post }: SignedIn, @Body({ schema: personBody }) { person }: PersonBody) {
    return accountAnswer(await this.desk.disable(person, post));
  }

  @Post('sign-out')
  @HttpCode(200)
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: endedView })
  async signOut(@Me() { post }: SignedIn, @Body({ schema: personBody }) { person }: PersonBody) {
    return accountAnswer(await this.desk.signOutEverywhere(person, post));
  }
}
