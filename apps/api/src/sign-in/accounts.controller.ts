import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#libs/access';
import { AccountDesk } from '#libs/accounts';
import { accountsView, endedView, invitedView, personBody, type PersonBody } from '#libs/contracts/http/index.js';
import { May, Me } from '../access/policy.decorator.js';
import { Names } from '../http/names.js';
import { accountAnswer } from './account-answer.js';

/** Who has an account; administrators invite, disable and sign out. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly desk: AccountDesk,
    private readonly names: Names,
  ) {}

  @Get()
  @May('manage', 'accounts')
  @ApiOkResponse({ standardSchema: accountsView })
  async list() {
    const accounts = await this.desk.list();
    const names = await this.names.persons(accounts.map(({ _id }) => _id));
    return {
      items: accounts.map(({ _id, login, state, acts }) => ({
        ...{ person: _id, name: names.get(_id) ?? _id, address: login, state },
        acts: acts.map((one) => ({ ...one, at: one.at.toISOString() })),
      })),
    };
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
