import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const guardFile = fileURLToPath(new URL('./guard.mjs', import.meta.url));

/** Guards of this process that still run; `stopGuarded` ends them. */
const running = new Set();

/**
 * Runs a program to its end, under a guard. Its output goes to ours, or line by line to `onLine`.
 * @param {string} file @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
 * @returns {Promise<number>} exit code; 127 when the program cannot be started
 */
export function runGuarded(file, args, { cwd = process.cwd(), env, onLine } = {}) {
  const out = onLine ? 'pipe' : 'inherit';
  const guard = spawn(process.execPath, [guardFile, JSON.stringify({ file, args, cwd, env })], {
    stdio: ['ignore', out, out, 'ipc'],
    detached: true,
  });
  running.add(guard);
  if (onLine) for (const stream of [guard.stdout, guard.stderr]) createInterface({ input: stream }).on('line', onLine);
  return new Promise((resolve) => {
    guard.once('close', (code) => {
      running.delete(guard);
      resolve(code ?? 1);
    });
  });
}

/** Ends everything `runGuarded` still runs and waits for it. */
export async function stopGuarded() {
  await Promise.all(
    [...running].map((guard) => {
      const gone = new Promise((resolve) => guard.once('close', resolve));
      guard.kill('SIGTERM');
      return gone;
    }),
  );
}
