import { startSmtpSink } from '#libs/embedded/mail/smtp.js';

/** A mail server that accepts everything and keeps only what is counted. */
export interface MailSink {
  url: string;
  /** Mails taken since the last `forget`. */
  readonly taken: number;
  /** Bytes of all mails taken. */
  readonly bytes: number;
  /** Recipients by how many copies they got: `{1: 100000}` where each got one. */
  copies: () => Record<number, number>;
  forget: () => void;
  close: () => Promise<void>;
}

export async function mailSink(): Promise<MailSink> {
  let copiesTo = new Map<string, number>();
  let taken = 0;
  let bytes = 0;
  const server = await startSmtpSink(0, (_from, to, raw) => {
    for (const address of to) copiesTo.set(address, (copiesTo.get(address) ?? 0) + 1);
    taken += 1;
    bytes += raw.length;
    return Promise.resolve('taken');
  });
  return {
    url: `smtp://127.0.0.1:${server.port}`,
    get taken() {
      return taken;
    },
    get bytes() {
      return bytes;
    },
    copies: () => {
      const counts: Record<number, number> = {};
      for (const copies of copiesTo.values()) counts[copies] = (counts[copies] ?? 0) + 1;
      return counts;
    },
    forget: () => {
      copiesTo = new Map();
      taken = 0;
      bytes = 0;
    },
    close: () => server.close(),
  };
}
