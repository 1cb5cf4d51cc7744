import { Transform, type TransformCallback } from 'node:stream';

/** Longest that the end of a body is held back, milliseconds. */
const LONGEST = 250;

/** Rounds of the event loop after the pause: what came meanwhile is read, and what that sets off (a reset, an end, a close), before the dot. */
const ROUNDS = 8;

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

  /**
   * Counted in rounds as well as in time: where we are late ourselves, the pause has passed before what lies in the socket was looked at.
   */
  override _flush(done: TransformCallback): void {
    const ms = Math.min(LONGEST, 2 + 1.5 * this.answerMs());
    setTimeout(() => afterRounds(ROUNDS, done), ms);
  }
}

function afterRounds(left: number, done: () => void): void {
  if (left === 0) done();
  else setImmediate(() => afterRounds(left - 1, done));
}
