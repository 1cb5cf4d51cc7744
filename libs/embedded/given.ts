import { greets } from './mail-server.js';
import { answers, versionOf } from './mongo.js';
import { ensureSearchAttributes } from './search-attributes.js';
import { temporalVersion } from './temporal.js';
import type { Embedded, ServerName } from './types.js';

const variables: Record<ServerName, string> = {
  mongo: 'MONGODB_URI',
  temporal: 'TEMPORAL_ADDRESS',
  mail: 'SMTP_URL',
};

/**
 * Takes over the servers whose address is in the environment, after asking each whether it serves.
 * @returns the servers that must be started here @throws Error naming the variable whose server does not answer
 */
export async function given(
  embedded: Embedded,
  wanted: ServerName[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<ServerName[]> {
  const ours: ServerName[] = [];
  for (const name of wanted) {
    const address = env[variables[name]];
    if (!address) {
      ours.push(name);
      continue;
    }
    const version = await visit[name](embedded, address).catch((error: Error) => {
      throw new Error(
        `${variables[name]}: máy chủ không trả lời (${error.message}). Cách sửa: khởi động máy chủ ở địa chỉ đó, hoặc bỏ biến này để dùng máy chủ kèm theo. (The server at this address does not answer.)`,
      );
    });
    embedded.servers.push({ name, how: 'env', version, pid: undefined });
    say(`  ✓ ${version} (${variables[name]})`);
  }
  return ours;
}

const visit: Record<ServerName, (embedded: Embedded, address: string) => Promise<string>> = {
  async mongo(embedded, uri) {
    if (!(await answers(uri))) throw new Error('not a writable replica set');
    embedded.mongoUri = uri;
    return `MongoDB ${await versionOf(uri)}`;
  },
  async temporal(embedded, address) {
    const version = await temporalVersion(address);
    await ensureSearchAttributes(address);
    embedded.temporalAddress = address;
    return `Temporal ${version}`;
  },
  async mail(embedded, url) {
    const { hostname, port, protocol } = new URL(url);
    const tls = protocol === 'smtps:';
    if (!tls && !(await greets(hostname, Number(port || 25)))) throw new Error('no SMTP greeting');
    embedded.smtpUrl = url;
    return 'SMTP';
  },
};
