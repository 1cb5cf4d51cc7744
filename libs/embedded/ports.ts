import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** @returns the port itself when it can be listened on at 127.0.0.1, else undefined; 0 gives any free one */
export function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(taken));
    });
  });
}

/** Free ports, remembered in `ports.json` of the data folder, so that addresses stay the same from run to run. */
export class Ports {
  private readonly file: string;
  private readonly known: Record<string, number>;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'ports.json');
    this.known = readJson(this.file);
  }

  /** The port used last time, else `usual`, else any free one. @param usual first choice on a new data folder */
  async take(name: string, usual = 0): Promise<number> {
    const port = (await this.free(this.known[name])) ?? (await this.free(usual)) ?? (await this.free(0));
    if (port === undefined) throw new Error('no free port on 127.0.0.1');
    this.known[name] = port;
    writeFileSync(this.file, `${JSON.stringify(this.known, null, 2)}\n`);
    return port;
  }

  private readonly given = new Set<number>();

  private async free(port: number | undefined): Promise<number | undefined> {
    if (port === undefined || this.given.has(port)) return undefined;
    const taken = await tryPort(port);
    if (taken !== undefined) this.given.add(taken);
    return taken;
  }
}

function readJson(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {}; // first run, or a file cut off by a kill
  }
}
