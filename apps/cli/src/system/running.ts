import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a command needs to reach the servers of a running system. Times and identities of other processes are not kept. */
const KEPT = [
  'MONGODB_URI',
  'MONGODB_DB',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_TASK_QUEUE',
  'SMTP_URL',
  'MAIL_FROM',
  'PUBLIC_URL',
  'CLOCK',
];

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

/** Leaves the addresses of a running system in its data folder; readable by its owner only, a URI may hold a password. */
export function writeRunning(dataDir: string, env: NodeJS.ProcessEnv): void {
  const kept = Object.fromEntries(KEPT.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ pid: process.pid, env: kept }, null, 2)}\n`, { mode: 0o600 });
}

export function removeRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Addresses of the system that runs on this data folder, or null; one whose launcher is gone does not count. */
export function readRunning(dataDir: string): NodeJS.ProcessEnv | null {
  try {
    const { pid, env } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { pid: number; env: NodeJS.ProcessEnv };
    process.kill(pid, 0);
    return env;
  } catch {
    return null;
  }
}
