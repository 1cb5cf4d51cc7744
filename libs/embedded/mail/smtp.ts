import { SMTPServer } from 'smtp-server';

/** Largest message accepted, bytes; that of the big mail providers. */
const MAX_BYTES = 25 * 1024 * 1024;

export interface SmtpSink {
  port: number;
  close(): Promise<void>;
}

/**
 * Accepts every mail on 127.0.0.1 and answers 250 only after `keep` has resolved; a rejection is answered 4xx/5xx by smtp-server.
 * @param port 0 for any free one @param keep gives the text of the 250 answer
 */
export async function startSmtpSink(
  port: number,
  keep: (from: string, to: string[], raw: Buffer) => Promise<string>,
): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onAuth: (_auth, _session, done) => done(null, { user: 'dev' }),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        keep(from, to, Buffer.concat(chunks)).then((answer) => done(null, answer), done);
      });
    },
  });
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    const net = server.listen(port, '127.0.0.1', () => resolve(net.address().port));
  });
  server.removeAllListeners('error');
  server.on('error', (error: Error) => console.error(`smtp: ${error.message}`)); // a client that went away
  return { port: listening, close: () => new Promise((resolve) => server.close(resolve)) };
}
