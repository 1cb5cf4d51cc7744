import { createTransport } from 'nodemailer';
import { pool } from './pool.js';

/** What the loop is told, as one message. */
export interface BareMail {
  url: string;
  connections: number;
  perConnection: number;
  count: number;
  /** Tells one run's addresses from another's. */
  run: string;
  mail: { from: string; subject: string; text: string; html: string; headers: Record<string, string> };
}

/**
 * A process of its own that does nothing but send: `count` mails through nodemailer's pool, the pool always full. The text is encoded
 * as ours is, so that the letters are the same in size. Answers with the seconds from
 * the first to the last answer of the server, and the CPU time it used, milliseconds.
 */
process.once('message', (told: BareMail) => {
  void send(told).then((seconds) => {
    const { user, system } = process.cpuUsage();
    process.send!({ seconds, cpu: (user + system) / 1000 });
    process.disconnect();
  });
});

async function send({ url, connections, perConnection, count, run, mail }: BareMail): Promise<number> {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: perConnection,
  } as never);
  const began = performance.now();
  await pool(count, 2 * connections, async (n) => {
    const address = `bare-${run}-${n}@bench.invalid`;
    await transport.sendMail({
      ...mail,
      textEncoding: 'base64',
      to: { name: `Bare ${n}`, address },
      envelope: { from: mail.from, to: [address] },
      messageId: `<bare-${run}-${n}@dondoc>`,
    });
  });
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return seconds;
}
