import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Sends that many mails one after another until one fails. @returns the Message-IDs the server answered 250 to */
export async function sendMails(smtpUrl: string, count: number): Promise<string[]> {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 1 });
  const accepted: string[] = [];
  try {
    for (let n = 1; n <= count; n++) {
      const messageId = `<${n}-${Math.random().toString(36).slice(2)}@test>`;
      await transport.sendMail({
        from: 'a@b.vn',
        to: 'c@d.vn',
        subject: `Nhắc việc ${n}`,
        text: 'Kính gửi',
        messageId,
      });
      accepted.push(messageId);
    }
  } catch {
    // the server was killed: what it answered so far is what counts
  } finally {
    transport.close();
  }
  return accepted;
}

const NAMES = ['mongo', 'temporal', 'temporalUi', 'smtp', 'mail'];

/**
 * Gives a data folder ports away from the usual ones. Suites run side by side: while a killed server is down its usual port
 * could go to another suite's servers, which a single installation never meets.
 */
export function ownPorts(dataDir: string): void {
  const first = 20_000 + (process.pid % 4_000) * 5;
  const ports = Object.fromEntries(NAMES.map((name, n) => [name, first + n]));
  writeFileSync(join(dataDir, 'ports.json'), JSON.stringify(ports));
}
