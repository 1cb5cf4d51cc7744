import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentForm } from '#libs/rules';
import type { SealedLetter } from '../seal.js';
import type { Drawing, Drawn } from './thread.js';

/** How long an idle thread is kept, milliseconds: pdfmake and its fonts take some 100 MB. */
const IDLE_MS = 60_000;

interface Waiting {
  resolve: (bytes: Buffer) => void;
  reject: (error: Error) => void;
}

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/**
 * A document as PDF, drawn on a thread of its own: a list of five hundred works takes seconds, and requests and heartbeats of this
 * process go on meanwhile. One after the other; the thread starts with the first document and ends when none came for a minute.
 * @param made instant written into the file's properties  @throws Error where it cannot be drawn; the next one is not touched by it
 */
export function printPdf(letter: SealedLetter, form: DocumentForm, made: Date): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    clearTimeout(idle);
    thread ??= started();
    thread.ref(); // whoever waits for a document is not ended without it
    const id = (count += 1);
    waiting.set(id, { resolve, reject });
    thread.postMessage({ id, letter, form, made } satisfies Drawing);
  });
}

function started(): Worker {
  const { file, options } = program();
  const worker = new Worker(file, { execArgv: options });
  worker.on('message', (drawn: Drawn) => {
    const one = waiting.get(drawn.id);
    waiting.delete(drawn.id);
    if ('bytes' in drawn) one?.resolve(Buffer.from(drawn.bytes.buffer, drawn.bytes.byteOffset, drawn.bytes.byteLength));
    else one?.reject(new Error(drawn.fault));
    if (waiting.size === 0) rest(worker);
  });
  worker.on('error', (error: Error) => lost(worker, error));
  worker.on('exit', (code) => lost(worker, new Error(`the drawing thread ended with ${code}`)));
  return worker;
}

function rest(worker: Worker): void {
  worker.unref();
  idle = setTimeout(() => {
    lost(worker, new Error('idle'));
    void worker.terminate();
  }, IDLE_MS).unref();
}

/** Another thread is started for the next document. */
function lost(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  const pending = [...waiting.values()];
  waiting.clear();
  for (const { reject } of pending) reject(error);
}

/** From source (jest) the thread first needs the compiler that jest uses too. */
function program(): { file: string; options: string[] } {
  const here = import.meta.url;
  const file = (path: string) => fileURLToPath(new URL(path, here));
  if (!here.endsWith('.ts')) return { file: file('./thread.js'), options: [] };
  return {
    file: file('./thread.ts'),
    options: ['--import', new URL('../../../test/documents/from-source.mjs', here).href],
  };
}
