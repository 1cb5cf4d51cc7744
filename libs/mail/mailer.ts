import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { failpoint } from '#libs/config/failpoints.js';
import { SmtpConversation } from './smtp-conversation.js';

export interface MailOptions {
  /** `smtp://host:port` or `smtps://…`. */
  url: string;
  /** The office that sends: `Name <address>` or an address alone. */
  from: string;
  /** Connections kept open; default 5. More only where the mail server allows it. */
  connections: number;
}

export const MAIL_OPTIONS = Symbol('MAIL_OPTIONS');

export interface Letter {
  /** Stable over retries: the business key, never a run id. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** What became of a letter. `unconfirmed` is never sent again by itself. */
export type Delivery =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'failed'; answer: string }
  | { outcome: 'retry'; answer: string }
  | { outcome: 'unconfirmed'; answer: string };

/** The one transport of a process. At most once and visible, not exactly once: SMTP cannot promise more (RFC 1047). */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly conversation = new SmtpConversation();
  private readonly transport: Transporter;
  private readonly sender: { name: string; address: string };

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {
    this.sender = senderOf(options.from);
    this.transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: options.connections,
      maxMessages: Infinity,
      maxRequeues: 0, // a letter that was cut is judged here, never sent again behind our back
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: this.conversation.logger,
    } as never);
  }

  get connections(): number {
    return this.options.connections;
  }

  async send(letter: Letter): Promise<Delivery> {
    const token = createHash('sha256').update(letter.messageId).digest('hex').slice(0, 24);
    try {
      const info = (await this.transport.sendMail({
        from: this.sender,
        to: letter.to,
        envelope: { from: withToken(this.sender.address, token), to: [letter.to.address] },
        messageId: letter.messageId,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })) as { response: string };
      failpoint('mail.accepted');
      this.conversation.wasHandedOver(token);
      return { outcome: 'sent', answer: info.response };
    } catch (error) {
      return judge(error as SmtpError, this.conversation.wasHandedOver(token));
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  code?: string;
}

function judge(error: SmtpError, handedOver: boolean): Delivery {
  const answer = error.response ?? `${error.code ?? error.name}: ${error.message}`;
  if (error.responseCode !== undefined) return { outcome: error.responseCode >= 500 ? 'failed' : 'retry', answer };
  return { outcome: handedOver ? 'unconfirmed' : 'retry', answer };
}

/** `Name <address>` taken apart once, so that no address string is ever parsed by the transport. */
export function senderOf(text: string): { name: string; address: string } {
  const named = /^([^<]*)<([^<>]+)>$/.exec(text.trim());
  return named ? { name: named[1]!.trim(), address: named[2]!.trim() } : { name: '', address: text.trim() };
}

function withToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}
