import { setTimeout as pause } from 'node:timers/promises';

/** Collections somebody should look into. One side adds, the other waits; what is added while nobody waits is kept. */
export class Dirty<Name extends string> {
  private readonly names: Set<Name>;
  private awaken: () => void = () => undefined;
  private additions = 0;

  /** @param all every collection there is to look into; at the start all of them */
  constructor(private readonly all: readonly Name[]) {
    this.names = new Set(all);
  }

  add(collection: Name): void {
    this.names.add(collection);
    this.additions += 1;
    this.awaken();
  }

  /** Ends a wait at once, with nothing added. */
  wake(): void {
    this.awaken();
  }

  /**
   * What was added since the last call, as soon as there is anything; after `ms` all of them, for a wake that was lost.
   * @param linger ms without anything new before it is taken, so that what comes together is looked at together; five times as
   * long at most
   */
  async next(ms: number, linger = 0): Promise<Name[]> {
    if (this.names.size === 0) await this.waited(ms);
    if (this.names.size > 0 && linger > 0) await this.calm(linger);
    const names = this.names.size ? [...this.names] : [...this.all];
    this.names.clear();
    return names;
  }

  private async calm(linger: number): Promise<void> {
    for (let turns = 5, seen = -1; turns > 0 && seen !== this.additions; turns -= 1) {
      seen = this.additions;
      await pause(linger);
    }
  }

  private waited(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.awaken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
