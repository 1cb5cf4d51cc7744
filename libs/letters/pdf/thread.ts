import { parentPort } from 'node:worker_threads';
import type { DocumentForm } from '#libs/rules';
import type { SealedLetter } from '../seal.js';
import { renderPdf } from './render-pdf.js';

/** A document to be drawn. */
export interface Drawing {
  id: number;
  letter: SealedLetter;
  form: DocumentForm;
  made: Date;
}
export type Drawn = { id: number; bytes: Uint8Array } | { id: number; fault: string };

// The drawing thread: the only place where pdfmake is loaded by a server.
parentPort!.on('message', (drawing: Drawing) => void draw(drawing).then((drawn) => parentPort!.postMessage(drawn)));

async function draw({ id, letter, form, made }: Drawing): Promise<Drawn> {
  try {
    // a Buffer crosses as plain bytes
    return { id, bytes: await renderPdf({ ...letter, qr: Buffer.from(letter.qr) }, form, made) };
  } catch (error) {
    return { id, fault: (error as Error).stack ?? String(error) };
  }
}
