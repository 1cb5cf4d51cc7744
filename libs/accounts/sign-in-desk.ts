import { Injectable } from '@nestjs/common';
import type { Refusal } from '#libs/domain';
import { Store, type AccountDoc } from '#libs/store';
import { noted } from './account-desk.js';
import { Devices } from './devices.js';
import { GROWING, LINKS_OF_NETWORK, OF_ACCOUNT, OF_NETWORK } from './limits/rules.js';
import { counted, Tries, type Counted } from './limits/tries.js';
import { loginOf } from './options.js';
import { BUSY_S, PasswordHasher } from './password/hasher.js';
import { refusePassword } from './password/password-rules.js';
import { accountRefusal } from './refusals.js';
import { secretHash, SignIns } from './sign-ins.js';

/** Where a request comes from. */
export interface Browser {
  network: string;
  agent: string;
  /** Its device cookie. */
  device: string | undefined;
  /** Post it acted for already. */
  post?: string | null;
}

/** What a browser gets that was let in: both go into cookies. */
export interface LetIn {
  person: string;
  session: string;
  device: string;
}

/** The door: passwords against what is kept of them. Whoever is refused is told the same, known or not, after the same work. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly store: Store,
    private readonly hasher: PasswordHasher,
    private readonly tries: Tries,
    private readonly devices: Devices,
    private readonly signIns: SignIns,
  ) {}

  async signIn(address: string, password: string, browser: Browser): Promise<LetIn | Refusal> {
    const login = loginOf(address);
    const budgets = await this.budgets(login, browser);
    const wait = await this.tries.takeAll(budgets);
    if (wait > 0) return slow(wait);
    const account = await this.store.accounts.findOne({ login });
    const right = await this.hasher.verify(account && !account.disabledAt ? account.password : null, password);
    if (right === null || right) await this.tries.giveBack(budgets);
    if (right === null) return busy();
    return right ? this.letIn(account!, browser) : accountRefusal('sign-in-wrong');
  }

  /** The new password of an invitation or a reset: the link is used up by it, every other sign-in ends, and its reader is let in. */
  async setPassword(token: string, password: string, browser: Browser): Promise<LetIn | Refusal> {
    const budgets = [counted(LINKS_OF_NETWORK, 'links', browser.network)];
    const wait = await this.tries.takeAll(budgets);
    if (wait > 0) return slow(wait);
    const _id = secretHash(token);
    const link = await this.store.accountLinks.findOne({ _id });
    const account = link && (await this.store.accounts.findOne({ _id: link.person, disabledAt: null }));
    if (!link || !account || link.until <= new Date()) return accountRefusal('link-wrong');
    const refusal = refusePassword(password, account.login);
    if (refusal) return refusal;
    const hash = await this.hasher.hash(password);
    if (hash === null) return busy();
    // whoever takes the link away has used it: of two at once, one
    if ((await this.store.accountLinks.deleteOne({ _id })).deletedCount === 0) return accountRefusal('link-wrong');
    const changed = await this.replace(account, hash, link.purpose === 'invite' ? 'password-set' : 'password-reset');
    if (!changed) return accountRefusal('link-wrong');
    await this.tries.giveBack(budgets);
    return this.letIn(changed, browser);
  }

  /** A new password by who knows the old one; the tries of it count like those at the door. Other sign-ins end, this one gets a new id. */
  async changePassword(person: string, old: string, password: string, browser: Browser): Promise<LetIn | Refusal> {
    const account = await this.store.accounts.findOne({ _id: person });
    if (!account) return accountRefusal('account-unknown', { person });
    const refusal = refusePassword(password, account.login);
    if (refusal) return refusal;
    const budgets = [counted(GROWING, 'change', person)];
    const wait = await this.tries.takeAll(budgets);
    if (wait > 0) return slow(wait);
    const right = await this.hasher.verify(account.password, old);
    if (right === false) return accountRefusal('password-old-wrong');
    await this.tries.giveBack(budgets);
    const hash = right === null ? null : await this.hasher.hash(password);
    if (hash === null) return busy();
    const changed = await this.replace(account, hash, 'password-changed');
    return changed ? this.letIn(changed, browser) : accountRefusal('password-old-wrong');
  }

  /**
   * What a try uses up. A browser that the account knows has a budget of its own and shares none: strangers at the account, and
   * colleagues behind the same address, never hold up its owner.
   */
  private async budgets(login: string, { network, device }: Browser): Promise<Counted[]> {
    const known = await this.devices.knownBy(device, login);
    if (known !== null) return [counted(GROWING, 'device', known, login)];
    return [
      counted(OF_NETWORK, 'network', network),
      counted(GROWING, 'account from network', login, network),
      counted(OF_ACCOUNT, 'account', login),
    ];
  }

  /** @returns null where the account changed meanwhile */
  private async replace(
    account: AccountDoc,
    password: string,
    act: 'password-set' | 'password-reset' | 'password-changed',
  ) {
    const guard = { _id: account._id, epoch: account.epoch, disabledAt: null };
    const update = { $set: { password }, $inc: { epoch: 1 }, ...noted(act, account._id) };
    const options = { returnDocument: 'after' } as const;
    const changed = (await this.store.accounts.findOneAndUpdate(guard, update as never, options)) as AccountDoc | null;
    if (!changed) return null;
    await this.store.accountLinks.deleteMany({ person: account._id });
    await this.signIns.endAll(account._id);
    return changed;
  }

  /** A new id for every sign-in. Looked at again after it is written: who was disabled meanwhile did not see it to end it. */
  private async letIn({ _id: person, login, epoch }: AccountDoc, browser: Browser): Promise<LetIn | Refusal> {
    const { network, agent, post = null } = browser;
    const session = await this.signIns.open({ person, post, network, agent });
    if ((await this.store.accounts.countDocuments({ _id: person, epoch, disabledAt: null })) === 0) {
      await this.signIns.end(person, secretHash(session));
      return accountRefusal('sign-in-wrong');
    }
    await this.signIns.sweep();
    return { person, session, device: await this.devices.remember(browser.device, login) };
  }
}

const slow = (seconds: number): Refusal => accountRefusal('sign-in-slow', { seconds });
const busy = (): Refusal => accountRefusal('sign-in-busy', { seconds: BUSY_S });
