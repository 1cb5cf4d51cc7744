// Runs one program that knows nothing of us and ends it, with all its children, when our parent is gone, even by kill -9.
// argv[2]: JSON {file, args, cwd, env?, log?}. Tells the parent {pid} and, at the end, {code, signal}.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

/** Time a program gets between SIGTERM and SIGKILL, ms. */
const GRACE_MS = 8000;

const { file, args, cwd, env, log } = JSON.parse(process.argv[2]);
const out = log ? openSync(log, 'a') : 'inherit';
const child = spawn(file, args, { cwd, env: env ?? process.env, stdio: ['ignore', out, out], detached: true });

const tell = (message) => {
  if (process.connected) process.send(message, () => {});
};
const signalGroup = (signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
};

let stopping = false;
function stop() {
  if (stopping || child.pid === undefined) return;
  stopping = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
}

child.on('spawn', () => tell({ pid: child.pid }));
child.on('error', (error) => {
  tell({ error: error.message });
  process.exit(127);
});
child.on('exit', (code, signal) => {
  signalGroup('SIGKILL'); // what it may have left behind
  tell({ code, signal });
  setImmediate(() => process.exit(code ?? 1));
});
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
