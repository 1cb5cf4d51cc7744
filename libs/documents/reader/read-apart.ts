import { spawn } from 'node:child_process';
import type { Outcome } from '../document.types.js';
import type { ReadingLimits } from '../limits.js';
import { program } from './programs.js';

/** Milliseconds the process may need beyond the deadline it keeps itself: to start, to answer, or to be found hanging. */
const GRACE_MS = 700;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/**
 * Reads the file in a process of its own and waits for its answer. The process ends its reading thread at the limits (`process.ts`);
 * V8 however aborts the whole process when a single allocation overruns the thread's heap, and that process must not be ours.
 * It inherits no environment, so no secret of ours is in its memory. Never throws: a process that died is a refusal.
 */
export function readApart(bytes: Uint8Array, limits: ReadingLimits): Promise<Outcome> {
  const { file, options } = program('process');
  const child = spawn(process.execPath, [...options, file, JSON.stringify(limits)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    windowsHide: true,
  });
  const answer: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) child.kill('SIGKILL');
    else answer.push(chunk);
  });
  // it may end before it has read everything
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);

  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.deadlineMs + GRACE_MS);
  return new Promise((resolve) => {
    const done = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.on('error', () => done({ stop: 'document-busy' })); // the machine starts no more processes
    child.on('close', () => done(late ? { stop: 'document-too-slow' } : said(Buffer.concat(answer))));
  });
}

/** An answer cut short, or none: only memory ends the process so. */
function said(answer: Buffer): Outcome {
  try {
    return JSON.parse(answer.toString()) as Outcome;
  } catch {
    return { stop: 'document-too-heavy' };
  }
}
