import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../read-document.js';

// The reading thread: the only place where a parser touches the file.
const bytes = workerData as Uint8Array;
parentPort!.postMessage(await readDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
