import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { compiled } from './root.js';
import type { PlanContext, ServerPlan } from './server-plan.js';

/** The ports Mailpit uses too. */
const USUAL_SMTP_PORT = 1025;
const USUAL_HTTP_PORT = 8025;

/** The mail catcher as a process of its own; what it caught lies in the data folder. */
export async function planMail(context: PlanContext): Promise<ServerPlan & { smtpUrl: string; mailUrl: string }> {
  const { dataDir, ports, durable } = context;
  const smtpPort = await ports.take('smtp', durable ? USUAL_SMTP_PORT : 0);
  const httpPort = await ports.take('mail', durable ? USUAL_HTTP_PORT : 0);
  const dir = join(dataDir, 'mail');
  mkdirSync(dir, { recursive: true });
  const mailUrl = `http://127.0.0.1:${httpPort}`;
  const args = [String(smtpPort), String(httpPort), join(dir, 'messages.jsonl')];
  return {
    how: 'own',
    version: 'mail catcher',
    spec: {
      program: { node: compiled('libs/embedded/mail-catcher'), args },
      ready: async () => (await greets('127.0.0.1', smtpPort)) && (await fetch(`${mailUrl}/api/count`)).ok,
    },
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    mailUrl,
  };
}

/** True when an SMTP server greets with 220 within 2 s. */
export function greets(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => done(data.toString().startsWith('220')));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
    socket.once('close', () => done(false));
  });
}
