import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { localDateOf, localTimeOf, oneLine } from '#libs/domain';
import { Mailer } from '#libs/mail';
import { tokenOf } from '#libs/mail/verp.js';
import { Store, type AccountLinkDoc, type MessageState, type PersonDoc } from '#libs/store';
import { ACCOUNT_OPTIONS, type AccountOptions } from './options.js';
import { sayAccount } from './refusals.js';

/** Slot of these letters in the log of mails: none, they go at once. */
export const ACCOUNT_SLOT = 'account';
/** Longer than any conversation with a mail server is allowed to take. */
const LEASE_MS = 1_200_000;

/**
 * Letters with a link that opens an account. They do not wait in the outbox of notices: the link is a secret that is kept nowhere but in
 * the letter. So each is tried once, in this process, and stands in the log of mails with its outcome; who got none asks again.
 */
@Injectable()
export class AccountMail {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @Inject(ACCOUNT_OPTIONS) private readonly options: AccountOptions,
  ) {}

  /** The page behind a link. The token stands behind `#`: browsers send that part to nobody, so it is in no log. */
  linkTo(token: string): string {
    return `${this.options.publicUrl}/mat-khau#${token}`;
  }

  async send(
    person: PersonDoc & { email: string },
    { purpose, until }: Pick<AccountLinkDoc, 'purpose' | 'until'>,
    token: string,
  ): Promise<{ state: MessageState; answer: string }> {
    await this.sweep();
    const id = randomUUID();
    const messageId = `<${id}@dondoc>`;
    const { language = 'vi' } = person;
    const subject = sayAccount(`${purpose}.subject`, {}, language);
    const to = { name: oneLine(person.name), address: person.email };
    const said = {
      name: to.name,
      link: this.linkTo(token),
      until: `${localTimeOf(until).slice(0, 5)} ${dayWords(until)}`,
    };
    const text = sayAccount(`${purpose}.text`, said, language);
    await this.store.messages.insertOne({
      _id: `${ACCOUNT_SLOT}.${id}`,
      ...{ slot: ACCOUNT_SLOT, person: person._id, posts: [], to, state: 'sending', token: null },
      ...{ leaseUntil: new Date(Date.now() + LEASE_MS), attempts: 1, retryAt: null, answer: null, reason: null },
      ...{ messageId, subject, at: await this.clock.now(), sentAt: null, vacant: [], verp: tokenOf(messageId) },
    });
    const { outcome, answer } = await this.mailer.send({ messageId, to, subject, text, html: htmlOf(text, said.link) });
    const state = outcome === 'retry' ? 'failed' : outcome;
    const sentAt = state === 'sent' ? await this.clock.now() : null;
    const set = { state, answer, sentAt, leaseUntil: null };
    await this.store.messages.updateOne({ _id: `${ACCOUNT_SLOT}.${id}`, state: 'sending' }, { $set: set });
    return { state, answer };
  }

  /** What a process that died left between hand-over and outcome: nobody knows, and nobody sends it again. */
  private async sweep(): Promise<void> {
    const left = { slot: ACCOUNT_SLOT, state: 'sending', leaseUntil: { $lt: new Date() } } as const;
    const set = { state: 'unconfirmed', answer: 'process lost while sending', leaseUntil: null } as const;
    await this.store.messages.updateMany(left, { $set: set });
  }
}

const dayWords = (at: Date): string => localDateOf(at).split('-').reverse().join('/');

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** The same words as a page; whatever a person is called stays text. */
function htmlOf(text: string, link: string): string {
  const safe = escaped(link);
  const paragraphs = text.split('\n\n').map((part) => {
    const body = part === link ? `<a href="${safe}">${safe}</a>` : escaped(part);
    return `<p style="font:16px/1.5 sans-serif;color:#1c2530">${body}</p>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}
