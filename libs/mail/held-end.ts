import { Transform, type TransformCallback } from 'node:stream';

/** Longest that the end of a body is held back, milliseconds. */
const LONGEST = 250;

/**
 * Passes a mail's body on at once and holds back its end, and so the final dot, for as long as an answer of this server takes. A
 * connection that was cut while the body was on its way is seen by then: the dot never left, and the letter may be sent again. What
 * is cut later than that is `unconfirmed`, as RFC 1047 leaves it.
 */
export class HeldEnd extends Transform {
  /** @param answerMs how long this server took to answer the last verb */
  constructor(private readonly answerMs: () => number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, chunk);
  }

  /** After the pause, once more round the event loop: what lies in the socket is read before the dot is written. */
  override _flush(done: TransformCallback): void {
    const ms = Math.min(LONGEST, 2 + 1.5 * this.answerMs());
    setTimeout(() => setImmediate(() => done()), ms);
  }
}
