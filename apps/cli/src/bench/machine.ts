import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot, type ServerInfo } from '#libs/embedded';

/** The machine as it was when the run began; `loadBefore` above a few tenths means that others were at work too. */
export function machine(): Record<string, unknown> {
  const processors = cpus();
  return {
    cores: processors.length,
    cpu: processors[0]?.model ?? '?',
    memoryGiB: Number((totalmem() / 2 ** 30).toFixed(1)),
    os: `${process.platform} ${release()}`,
    loadBefore: Number(loadavg()[0]!.toFixed(2)),
  };
}

const require = createRequire(import.meta.url);
const PACKAGES = ['@temporalio/worker', '@temporalio/client', 'mongoose', '@nestjs/core'];

/** Product, Node, servers and the packages on the measured path. */
export function versions(servers: readonly ServerInfo[]): Record<string, string> {
  const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return {
    dondoc: own.version,
    node: process.versions.node,
    ...Object.fromEntries(servers.map(({ name, version }) => [name, version])),
    ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
  };
}

/** Not every package exports its package.json: look for it beside the code. */
function versionOf(name: string): string {
  const folders = require.resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return (JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      // not in this folder
    }
  }
  return '?';
}
