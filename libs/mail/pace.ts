/**
 * Keeps hand-overs apart, so that no minute sees more than `perMinute` of them, whatever connections come and go. (The pool's own
 * limit counts only connections that are used again: each new one sends its first mail past it.)
 */
export class Pace {
  private next = 0;

  /** @param perMinute 0: no limit */
  constructor(private readonly perMinute: number) {}

  /** Resolves when it is one's turn; turns are given in the order of asking. */
  async turn(): Promise<void> {
    if (this.perMinute === 0) return;
    const now = performance.now();
    const mine = Math.max(now, this.next);
    this.next = mine + 60_000 / this.perMinute;
    if (mine > now) await new Promise((resolve) => setTimeout(resolve, mine - now));
  }
}
