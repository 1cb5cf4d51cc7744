import { Transform, type TransformCallback } from 'node:stream';

/** Longest that the end of a body is held back, milliseconds. */
const LONGEST = 250;
/** Bytes passed on at once: most letters whole, and little enough that a slow line still slows us down. */
const PIECE = 32_768;

/**
 * Passes a mail's body on and holds back its end, and so the final dot, for as long as an answer of this server takes. A
 * connection that was cut while the body was on its way is seen by then: the dot never left, and the letter may be sent again. What
 * is cut later than that is `unconfirmed`, as RFC 1047 leaves it. The some twenty pieces that a letter is made of are put together:
 * each would be a write to the socket of its own.
 */
export class HeldEnd extends Transform {
  private pieces: Buffer[] = [];
  private bytes = 0;

  /** @param answerMs how long this server took to answer the last verb */
  constructor(private readonly answerMs: () => number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.pieces.push(chunk);
    this.bytes += chunk.length;
    if (this.bytes >= PIECE) this.passOn();
    done();
  }

  /** After the pause, once more round the event loop: what lies in the socket is read before the dot is written. */
  override _flush(done: TransformCallback): void {
    this.passOn();
    const ms = Math.min(LONGEST, 2 + 1.5 * this.answerMs());
    setTimeout(() => setImmediate(() => done()), ms);
  }

  private passOn(): void {
    if (this.bytes > 0) this.push(Buffer.concat(this.pieces));
    this.pieces = [];
    this.bytes = 0;
  }
}
