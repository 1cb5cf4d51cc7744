import { ImapFlow } from 'imapflow';
import type { BounceBox, BoxedMail } from './bounce-box.js';

/** Mails taken from the box at once. */
const AT_ONCE = 200;
/** Larger ones are no notification, bytes; only so much is read. */
const MOST = 256 * 1024;

/** Opens a mailbox over IMAP. @param url `imap://user:password@host:port/Folder` or `imaps://…`; folder: INBOX where none is said */
export async function imapBox(url: string): Promise<BounceBox> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
  });
  client.on('error', () => undefined); // what was asked for fails by itself
  await client.connect();
  await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX');
  return {
    async unseen() {
      const found = await client.search({ seen: false }, { uid: true });
      const mails: BoxedMail[] = [];
      // one by one: some servers cut the parts of several mails short; a mail that comes empty stays unseen and is asked for again
      for (const id of (found || []).slice(0, AT_ONCE)) {
        const mail = await client.fetchOne(id, { source: { maxLength: MOST } }, { uid: true });
        const raw = mail ? (mail.source?.toString('utf8') ?? '') : '';
        if (raw !== '') mails.push({ id, raw });
      }
      return mails.sort((a, b) => a.id - b.id);
    },
    async done(id, odd) {
      await client.messageFlagsAdd([id], odd ? ['\\Seen', '\\Flagged'] : ['\\Seen'], { uid: true });
    },
    async close() {
      await client.logout().catch(() => client.close());
    },
  };
}
