import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#libs/embedded';
import { isAlive, ownPorts } from './support.js';

/** A launcher of its own: prints the pids of its servers and waits. */
const launcher = (dataDir: string) => `
import { startEmbedded } from ${JSON.stringify(join(projectRoot, 'dist/libs/embedded/index.js'))};
const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, env: {}, say: console.error });
console.log(JSON.stringify(embedded.servers.map((server) => server.pid)));
process.on('SIGTERM', () => embedded.stop());
`;

async function launch(dataDir: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', launcher(dataDir)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(said))),
  ]);
  return { child, pids: JSON.parse(String(line[0])) as number[], said: () => said };
}

async function allGone(pids: number[], ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(50)) if (!pids.some(isAlive)) return true;
  return false;
}

describe('a launcher that dies', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-orphans-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('leaves no process behind after kill -9, and the next start works', async () => {
    ownPorts(dataDir);
    const first = await launch(dataDir);
    expect(first.pids).toHaveLength(3);
    first.child.kill('SIGKILL');
    expect(await allGone(first.pids, 12_000)).toBe(true);

    const second = await launch(dataDir);
    await expect(launch(dataDir)).rejects.toThrow('đang chạy với thư mục dữ liệu này');
    const gone = once(second.child, 'exit');
    second.child.kill('SIGTERM');
    await gone;
    expect(await allGone(second.pids, 1000)).toBe(true);
  });
});
