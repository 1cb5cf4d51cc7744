import { createRequire } from 'node:module';

export interface TestImap {
  url: string;
  /** Flags of the mails, in order. */
  flags(): string[][];
  close(): Promise<void>;
}

interface Hoodiecrow {
  listen(port: number, ready: () => void): void;
  close(done: () => void): void;
  server: { address(): { port: number } };
  folderCache: Record<string, { messages: { flags: string[] }[] }>;
}

/** An IMAP server in this process (hoodiecrow) with mails in its INBOX, none of them read. */
export async function testImap(mails: string[]): Promise<TestImap> {
  const hoodiecrow = createRequire(__filename)('hoodiecrow-imap') as (options: object) => Hoodiecrow;
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'NAMESPACE', 'UNSELECT', 'SPECIAL-USE'],
    users: { 'don-doc': { password: 'mat-khau' } },
    storage: { INBOX: { messages: mails.map((raw) => ({ raw })) } },
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  return {
    url: `imap://don-doc:mat-khau@127.0.0.1:${server.server.address().port}/INBOX`,
    flags: () => server.folderCache['INBOX']!.messages.map(({ flags }) => [...flags].sort()),
    close: () => new Promise((done) => server.close(done)),
  };
}
