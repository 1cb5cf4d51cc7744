import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { failpoint } from '#libs/config/failpoints.js';
import { compose, type MailHead } from './compose.js';
import { HeldEnd } from './held-end.js';
import { judge, type Delivery, type SmtpError } from './judge.js';
import { Pace } from './pace.js';
import { SmtpConversation } from './smtp-conversation.js';
import { tokenIn, tokenOf, withToken } from './verp.js';

export interface MailOptions {
  /** `smtp://host:port` or `smtps://…`. */
  url: string;
  /** The office that sends: `Name <address>` or an address alone. */
  from: string;
  /** Connections kept open; default 5. More only where the mail server allows it. */
  connections: number;
  /** Mails on one connection before another is opened; default 1,000. Fewer where the mail server counts them. */
  perConnection?: number;
  /** Mails per minute over all connections; default 0, no limit. */
  perMinute?: number;
  /** Longest SMTP conversation for one letter, milliseconds; default 60,000. Also ends one that never falls silent. */
  patienceMs?: number;
}

export const MAIL_OPTIONS = Symbol('MAIL_OPTIONS');

export interface Letter {
  /** Stable over retries: the business key, never a run id. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Mailboxes that answers go to; none: the sender. */
  replyTo?: string[];
  /** Page where its reader changes hour and number of letters. */
  preferences?: string;
}

/** The one transport of a process. At most once and visible, not exactly once: SMTP cannot promise more (RFC 1047). */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly conversation = new SmtpConversation();
  private readonly transport: Transporter;
  private readonly sender: { name: string; address: string };
  private readonly patienceMs: number;
  private readonly pace: Pace;

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {
    const { perConnection = 1_000, perMinute = 0, patienceMs = 60_000 } = options;
    this.sender = senderOf(options.from);
    this.patienceMs = patienceMs;
    this.pace = new Pace(perMinute);
    this.transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: options.connections,
      maxMessages: perConnection,
      maxRequeues: 0, // a letter that was cut is judged here, never sent again behind our back
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: this.conversation.logger,
    } as never);
    this.transport.use('stream', ({ message }, done) => {
      const token = tokenIn(String(message.getEnvelope().from)) ?? '';
      message.transform(() => new HeldEnd(() => this.conversation.answeredIn(token)));
      done();
    });
  }

  get connections(): number {
    return this.options.connections;
  }

  /** Mails per minute; 0: as many as go. */
  get perMinute(): number {
    return this.options.perMinute ?? 0;
  }

  async send(letter: Letter): Promise<Delivery> {
    const token = tokenOf(letter.messageId);
    await this.pace.turn();
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), this.patienceMs);
    try {
      const info = (await this.transport.sendMail({
        envelope: { from: withToken(this.sender.address, token), to: [letter.to.address] },
        messageId: letter.messageId,
        signal: patience.signal,
        raw: compose(this.headOf(letter), letter, token),
      })) as unknown as { response: string };
      failpoint('mail.accepted');
      this.conversation.wasHandedOver(token);
      return { outcome: 'sent', answer: info.response };
    } catch (error) {
      return judge(error as SmtpError, this.conversation.wasHandedOver(token));
    } finally {
      clearTimeout(end);
    }
  }

  /**
   * Nobody's absence note answers it, and programs show it as one series (RFC 3834, RFC 2919). `List-Unsubscribe` leads to a page and
   * never to a one-click end (RFC 8058): reminders belong to the duties of a post.
   */
  private headOf({ messageId, to, subject, replyTo = [], preferences }: Letter): MailHead {
    return {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      'List-Id': `<don-doc.${this.sender.address.split('@').at(-1)!}>`,
      ...(preferences !== undefined && { 'List-Unsubscribe': `<${preferences}>` }),
      From: this.sender,
      To: to,
      ...(replyTo.length && { 'Reply-To': replyTo.map((address) => ({ name: '', address })) }),
      Subject: subject,
      'Message-ID': messageId,
    };
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** `Name <address>` taken apart once, so that no address string is ever parsed by the transport. */
export function senderOf(text: string): { name: string; address: string } {
  const named = /^([^<]*)<([^<>]+)>$/.exec(text.trim());
  return named ? { name: named[1]!.trim(), address: named[2]!.trim() } : { name: '', address: text.trim() };
}
