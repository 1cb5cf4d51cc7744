import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ScanResult } from '#libs/domain';

/** Tells whether a file is clean. @throws Error when the scanner cannot say */
export type Scanner = (bytes: AsyncIterable<Buffer>) => Promise<Omit<ScanResult, 'at'>>;

/** Longest silence of the scanner, ms: a large archive takes it some seconds. */
const PATIENCE_MS = 60_000;
/** Characters of an answer; a signature's name has some dozens. */
const MAX_ANSWER = 2_000;

/**
 * ClamAV over TCP, command INSTREAM (clamd(8)): chunks with their length before them, a length of 0 at the end, one line back.
 * @param address `host:port` of clamd
 */
export function clamd(address: string): Scanner {
  const [host, port] = address.split(':') as [string, string];
  return async (bytes) => {
    const socket = connect({ host, port: Number(port) });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd: no answer')));
    const answer = answerOf(socket);
    answer.catch(() => undefined); // awaited below, once all is sent
    try {
      await Promise.race([sent(socket, bytes), answer]); // it may answer before the end, e.g. that it is too large
      return judged(await answer);
    } finally {
      socket.destroy();
    }
  };
}

async function sent(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  const write = async (data: Buffer): Promise<void> => {
    if (!socket.write(data)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  };
  await once(socket, 'connect');
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes) {
    if (socket.destroyed) return;
    if (chunk.length > 0) await write(Buffer.concat([lengthOf(chunk.length), chunk]));
  }
  await write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}

/** One line, ended by a NUL or by the end of the connection. */
async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket) {
    said += (chunk as Buffer).toString('latin1');
    if (said.includes('\0') || said.length > MAX_ANSWER) break;
  }
  return said.split('\0')[0]!.trim();
}

function judged(answer: string): Omit<ScanResult, 'at'> {
  if (answer === 'stream: OK') return { state: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { state: 'infected', signature: found };
  throw new Error(`clamd: ${answer.slice(0, 200) || 'no answer'}`);
}
