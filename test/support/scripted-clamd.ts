import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface ScriptedClamd {
  /** `host:port` */
  address: string;
  /** Bodies as they were streamed, in order. */
  received: Buffer[];
  close(): Promise<void>;
}

/**
 * A clamd that speaks INSTREAM as clamd(8) describes it, and answers what the script says of the bytes.
 * @param answer line without its end; null closes the connection without a word
 */
export async function scriptedClamd(answer: (bytes: Buffer) => string | null): Promise<ScriptedClamd> {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    let begun = false;
    const body: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (!begun) {
        if (waiting.length < 10) return;
        if (waiting.toString('latin1', 0, 10) !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
        begun = true;
        waiting = waiting.subarray(10);
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (waiting.length < 4 + length) return;
        if (length > 0) {
          body.push(Buffer.from(waiting.subarray(4, 4 + length)));
          waiting = waiting.subarray(4 + length);
          continue;
        }
        const bytes = Buffer.concat(body);
        received.push(bytes);
        const said = answer(bytes);
        if (said === null) socket.destroy();
        else socket.end(`${said}\0`);
        return;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${port}`, received, close };
}
