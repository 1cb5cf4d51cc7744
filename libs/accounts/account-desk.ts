import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isMailAddress, isRefusal, localDateOf, type Refusal } from '#libs/domain';
import {
  isDuplicateKey,
  organisationOn,
  Store,
  type AccountAct,
  type AccountDoc,
  type AccountLinkDoc,
  type MessageState,
  type PersonDoc,
} from '#libs/store';
import { AccountMail } from './account-mail.js';
import { counted, Tries } from './limits/tries.js';
import { LETTERS_OF_ACCOUNT, LETTERS_OF_NETWORK } from './limits/rules.js';
import { INVITED_MS, loginOf, RESET_MS } from './options.js';
import { accountRefusal } from './refusals.js';
import { newSecret, secretHash, SignIns } from './sign-ins.js';

/** Acts on an account that are kept. */
const KEPT_ACTS = 50;

type Reachable = PersonDoc & { email: string };

export interface Invited {
  person: string;
  login: string;
  until: Date;
  /** What became of the letter. */
  mail: { state: MessageState; answer: string };
}

export type AccountLine = Pick<AccountDoc, '_id' | 'login' | 'acts'> & { state: 'invited' | 'active' | 'disabled' };

/** What administrators do with accounts, and what anybody may ask for who lost a password. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly mail: AccountMail,
    private readonly signIns: SignIns,
    private readonly tries: Tries,
  ) {}

  /** Invites who holds a post today; again, where the letter was lost. A disabled account is opened again by it. @param by post */
  async invite(id: string, by: string): Promise<Invited | Refusal> {
    const person = await this.reachable(id);
    if (isRefusal(person)) return person;
    const organisation = await organisationOn(this.store, localDateOf(await this.clock.now()));
    if (organisation.postsOf(id).length === 0) return accountRefusal('person-no-post', { person: id });
    const link = await this.newLink(person, 'invite', by);
    if (isRefusal(link)) return link;
    const mail = await this.mail.send(person, link, link.token);
    return { person: id, login: loginOf(person.email), until: link.until, mail };
  }

  /** A link of an invitation that is handed over by word of mouth: for the first administrator, who has nobody to be invited by. */
  async invitationLink(id: string, by: string): Promise<{ url: string; until: Date } | Refusal> {
    const person = await this.reachable(id);
    if (isRefusal(person)) return person;
    const link = await this.newLink(person, 'invite', by);
    return isRefusal(link) ? link : { url: this.mail.linkTo(link.token), until: link.until };
  }

  /** Sends a link where the address is an account's. It answers the same, and at once, where it is not. @returns seconds to wait */
  async askForReset(address: string, network: string): Promise<number> {
    const login = loginOf(address);
    const wait = await this.tries.takeAll([
      counted(LETTERS_OF_NETWORK, 'letters', network),
      counted(LETTERS_OF_ACCOUNT, 'letters', login),
    ]);
    if (wait > 0) return wait;
    setImmediate(() => void this.sendReset(login).catch((error: unknown) => console.error(error)));
    return 0;
  }

  /** Ends every sign-in of a person and lets nobody in until the next invitation. */
  async disable(id: string, by: string): Promise<{ person: string; ended: number } | Refusal> {
    return this.shut(id, 'disabled', by, { disabledAt: new Date() });
  }

  /** Ends every sign-in of a person on every device. */
  async signOutEverywhere(id: string, by: string): Promise<{ person: string; ended: number } | Refusal> {
    return this.shut(id, 'signed-out', by, {});
  }

  /** Every account, by address; what is kept of passwords is not told. */
  async list(): Promise<AccountLine[]> {
    const found = await this.store.accounts.find({}).sort({ login: 1 }).toArray();
    return found.map(({ _id, login, password, disabledAt, acts }) => {
      const state = disabledAt ? 'disabled' : password === null ? 'invited' : 'active';
      return { _id, login, acts, state };
    });
  }

  private async shut(id: string, act: AccountAct, by: string, set: Partial<AccountDoc>) {
    const update = { $set: set, $inc: { epoch: 1 }, ...noted(act, by) };
    const { matchedCount } = await this.store.accounts.updateOne({ _id: id }, update as never);
    if (matchedCount === 0) return accountRefusal('account-unknown', { person: id });
    if (act === 'disabled') await this.store.accountLinks.deleteMany({ person: id });
    return { person: id, ended: await this.signIns.endAll(id) };
  }

  private async sendReset(login: string): Promise<void> {
    const account = await this.store.accounts.findOne({ login });
    if (!account || account.disabledAt) return;
    const person = await this.reachable(account._id);
    if (isRefusal(person)) return;
    // to the address the account was opened with: whoever changes a person's address does not come into the account by it
    const link = await this.keepLink(account._id, account.password === null ? 'invite' : 'reset', 'self');
    await this.mail.send({ ...person, email: account.login }, link, link.token);
  }

  private async reachable(id: string): Promise<Reachable | Refusal> {
    const person = await this.store.persons.findOne({ _id: id });
    if (!person) return accountRefusal('person-unknown', { person: id });
    if (!person.email || !isMailAddress(person.email)) return accountRefusal('person-no-address', { person: id });
    return person as Reachable;
  }

  /** The account, made or opened again, and a link to it. */
  private async newLink({ _id, email }: Reachable, purpose: AccountLinkDoc['purpose'], by: string) {
    const login = loginOf(email);
    try {
      await this.store.accounts.updateOne(
        { _id },
        {
          $set: { login, disabledAt: null },
          $setOnInsert: { password: null, epoch: 0, at: new Date() },
          ...noted('invited', by),
        } as never,
        { upsert: true },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return accountRefusal('address-taken', { address: login });
    }
    return this.keepLink(_id, purpose, by);
  }

  private async keepLink(person: string, purpose: AccountLinkDoc['purpose'], by: string) {
    const token = newSecret();
    const at = new Date();
    const until = new Date(at.getTime() + (purpose === 'invite' ? INVITED_MS : RESET_MS));
    await this.store.accountLinks.insertOne({ _id: secretHash(token), person, purpose, until, at, by });
    return { token, purpose, until };
  }
}

/** Part of an update that keeps who did what, the latest of them. */
export const noted = (act: AccountAct, by: string) => ({
  $push: { acts: { $each: [{ act, at: new Date(), by }], $slice: -KEPT_ACTS } },
});
