import { Worker } from 'node:worker_threads';
import type { Outcome } from '../document.types.js';
import { MAX_FILE_BYTES, type ReadingLimits } from '../limits.js';
import { program } from './programs.js';

// The reading process: takes the file from its input, keeps the limits, writes one outcome as JSON and ends.
// It keeps the deadline itself, so it does not outlive a parent that was killed.

/** Milliseconds between two looks at the memory; a decoder fills about 10 MB in that time. */
const LOOK_MS = 10;
const YOUNG_MB = 16;
const STACK_MB = 4;

const limits = JSON.parse(process.argv[2]!) as ReadingLimits;
let over = false;

const bytes = await input();
if (bytes) read(bytes);
else answer({ stop: 'document-too-large' });

async function input(): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function read(file: Buffer): void {
  const { file: thread, options } = program('thread');
  const worker = new Worker(thread, {
    workerData: file,
    execArgv: options,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.heapMb,
      maxYoungGenerationSizeMb: YOUNG_MB,
      stackSizeMb: STACK_MB,
    },
    // what libraries print is not an answer
    stdout: true,
    stderr: true,
  });
  worker.on('message', (outcome: Outcome) => answer(outcome));
  worker.on('error', (error: NodeJS.ErrnoException) =>
    answer({ stop: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'document-too-heavy' : 'document-broken' }),
  );
  worker.on('exit', () => answer({ stop: 'document-broken' }));
  setTimeout(() => answer({ stop: 'document-too-slow' }), limits.deadlineMs);
  setInterval(() => {
    if (process.memoryUsage.rss() > limits.residentMb * 1024 * 1024) answer({ stop: 'document-too-heavy' });
  }, LOOK_MS);
}

/** The first answer counts; the end of the process ends the thread. */
function answer(outcome: Outcome): void {
  if (over) return;
  over = true;
  process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
}
