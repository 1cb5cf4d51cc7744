import { failpoint } from '#libs/config/failpoints.js';
import { TOKEN_LENGTH } from './verp.js';

/** The last `+` before the domain: an office's own address may hold one too. */
const SENDER = new RegExp(`^MAIL FROM:<[^>]*\\+([0-9a-f]{${TOKEN_LENGTH}})@`);

interface LogEntry {
  tnx?: string;
  sid?: string;
}

/**
 * Follows the SMTP conversation line by line. nodemailer reports the same error before and after the final dot, so this is the
 * only place that knows whether a message's body was handed over when its connection died. Messages are told apart by
 * their envelope sender, which carries a token of its own (VERP: bounces find their message by it too).
 */
export class SmtpConversation {
  private readonly tokenOf = new Map<string, string>();
  private readonly handedOver = new Set<string>();
  /** When `DATA` was said, and once it is answered how long that took, milliseconds; by connection. */
  private readonly dataAt = new Map<string, number>();
  private readonly answerMs = new Map<string, number>();

  /** True once the body including the final dot left for the server. Forgets the token. */
  wasHandedOver(token: string): boolean {
    this.answerMs.delete(token);
    return this.handedOver.delete(token);
  }

  /** How long the server of this message took to answer `DATA`, milliseconds: a round trip and its own work. */
  answeredIn(token: string): number {
    return this.answerMs.get(token) ?? 0;
  }

  /** A logger in nodemailer's form; levels differ, the lines are what counts. */
  readonly logger = Object.fromEntries(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'level'].map((level) => [
      level,
      (entry: LogEntry, line?: unknown) => this.note(entry, typeof line === 'string' ? line : ''),
    ]),
  ) as unknown as Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', (...args: unknown[]) => void> & {
    level(): void;
  };

  private note({ tnx, sid = '' }: LogEntry, line: string): void {
    if (tnx === 'client') {
      const sender = SENDER.exec(line);
      if (sender) this.tokenOf.set(sid, sender[1]!);
      if (line.startsWith('DATA')) {
        this.dataAt.set(sid, performance.now());
        failpoint('mail.rcpt');
      }
    }
    const asked = tnx === 'server' ? this.dataAt.get(sid) : undefined;
    if (asked !== undefined) {
      this.dataAt.delete(sid);
      const token = this.tokenOf.get(sid);
      if (token) this.answerMs.set(token, performance.now() - asked);
    }
    if (tnx === 'message') {
      const token = this.tokenOf.get(sid);
      if (token) this.handedOver.add(token);
      this.tokenOf.delete(sid);
      failpoint('mail.dot');
    }
    if (line.startsWith('Closing connection') || line.startsWith('Connection closed')) {
      this.tokenOf.delete(sid);
      this.dataAt.delete(sid);
    }
  }
}
