import { createServer, type Socket } from 'node:net';

/** Where a conversation stands when the script is asked; `dot`: the whole body has come, nothing was answered yet. */
export type Moment = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'dot';

export interface Situation {
  moment: Moment;
  /** Connections so far, this one included. */
  connection: number;
  /** Mails begun on this connection, this one included. */
  mail: number;
  /** Envelope sender and recipient, as far as they are known. */
  from: string;
  to: string;
  /** Times the script was asked for this recipient (for `MAIL`: this sender) at this moment, this one included. */
  time: number;
}

/** What the server does instead of what is polite; undefined: it goes on. */
export type Turn =
  | undefined
  /** An answer of one's own, e.g. `451 4.7.1 later`; 421 closes afterwards. */
  | { answer: string }
  /** The connection ends or falls silent, without an answer. `kept`: the mail was taken before that. */
  | { drop: 'fin' | 'reset' | 'hang'; kept?: boolean }
  /** At `DATA`: goes on, and the connection ends once so many bytes of the body were read; the final dot is never seen. */
  | { cutAfter: number; drop: 'fin' | 'reset' }
  /** Reads the body at this pace from now on, and answers as slowly. */
  | { msPerByte: number };

export interface ScriptedSmtp {
  url: string;
  /** Mails the server took, whatever it answered. */
  taken: { from: string; to: string; raw: string; at: number }[];
  /** Each situation the script was asked about and turned. */
  turned: (Situation & { turn: Turn })[];
  /** Largest numbers seen. */
  most: { connections: number; mailsPerConnection: number };
  copiesTo(address: string): number;
  close(): Promise<void>;
}

/**
 * A mail server that misbehaves by a script, one recipient per mail. It speaks plain SMTP without extensions, so every verb is
 * answered on its own. What it does not do by script it does by the book.
 */
export async function scriptedSmtp(script: (situation: Situation) => Turn = () => undefined): Promise<ScriptedSmtp> {
  const smtp: Omit<ScriptedSmtp, 'url' | 'close'> = {
    taken: [],
    turned: [],
    most: { connections: 0, mailsPerConnection: 0 },
    copiesTo: (address) => smtp.taken.filter(({ to }) => to === address).length,
  };
  const open = new Set<Socket>();
  const asked = new Map<string, number>();
  let connections = 0;

  const server = createServer((socket) => {
    open.add(socket);
    smtp.most.connections = Math.max(smtp.most.connections, open.size);
    const known = { connection: (connections += 1), mail: 0, from: '', to: '' };
    let text = '';
    let inBody = false;
    let deaf = false;
    let pace = 0;
    let cut: { cutAfter: number; drop: 'fin' | 'reset' } | null = null;

    const part = (drop: 'fin' | 'reset' | 'hang'): void => {
      deaf = true;
      if (drop === 'reset') socket.resetAndDestroy();
      if (drop === 'fin') socket.end();
    };
    const say = (line: string): void => {
      if (pace === 0) socket.write(`${line}\r\n`);
      else void trickle(socket, `${line}\r\n`, pace);
      if (line.startsWith('421')) socket.end();
    };
    /** True when the script took the turn. */
    const turned = (moment: Moment): boolean => {
      const key = `${moment} ${known.to || known.from || known.connection}`;
      const time = (asked.get(key) ?? 0) + 1;
      asked.set(key, time);
      const situation: Situation = { ...known, moment, time };
      const turn = script(situation);
      if (!turn) return false;
      smtp.turned.push({ ...situation, turn });
      if ('answer' in turn) say(turn.answer);
      else if ('msPerByte' in turn) {
        pace = turn.msPerByte;
        return false;
      } else if ('cutAfter' in turn) {
        cut = turn;
        return false;
      } else {
        if (turn.kept) take('');
        part(turn.drop);
      }
      return true;
    };
    const take = (raw: string): void => void smtp.taken.push({ from: known.from, to: known.to, raw, at: Date.now() });

    const onLine = (line: string): void => {
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      switch (line.slice(0, 4).toUpperCase()) {
        case 'EHLO':
        case 'HELO':
          if (!turned('EHLO')) say('250 scripted');
          return;
        case 'MAIL':
          Object.assign(known, { from: address, to: '', mail: known.mail + 1 });
          smtp.most.mailsPerConnection = Math.max(smtp.most.mailsPerConnection, known.mail);
          if (!turned('MAIL')) say('250 sender');
          return;
        case 'RCPT':
          known.to = address;
          if (!turned('RCPT')) say('250 recipient');
          return;
        case 'DATA':
          if (turned('DATA')) return;
          inBody = true;
          socket.write('354 go on\r\n'); // slow or not, from here on it is the client's turn
          return;
        case 'RSET':
          say('250 forgotten');
          return;
        case 'QUIT':
          say('221 bye');
          socket.end();
          return;
        default:
          say('502 not here');
      }
    };
    const onText = (): void => {
      while (!deaf) {
        if (cut && inBody && text.length >= cut.cutAfter) return part(cut.drop);
        const end = text.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = text.slice(0, end);
        text = text.slice(end + (inBody ? 5 : 2));
        if (!inBody) onLine(piece);
        else {
          inBody = false;
          if (turned('dot')) continue;
          take(piece);
          say('250 taken');
        }
      }
    };
    socket.on('data', (chunk: Buffer) => {
      if (deaf) return;
      if (pace === 0 || !inBody) {
        text += chunk.toString('latin1');
        return onText();
      }
      // a slow reader: the bytes are there, and are looked at one by one
      socket.pause();
      setTimeout(() => {
        text += chunk.toString('latin1');
        socket.resume();
        onText();
      }, pace * chunk.length).unref();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    if (!turned('greeting')) say('220 scripted');
  });

  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  const close = (): Promise<void> => {
    for (const socket of open) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return Object.assign(smtp, { url: `smtp://127.0.0.1:${port}`, close });
}

async function trickle(socket: Socket, text: string, msPerByte: number): Promise<void> {
  for (const char of text) {
    await new Promise((resolve) => setTimeout(resolve, msPerByte).unref());
    if (socket.destroyed) return;
    socket.write(char);
  }
}
