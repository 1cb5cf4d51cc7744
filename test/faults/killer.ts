import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from '../../apps/cli/src/start.js';
import type { Kill } from './kill-plan.js';

/** How long a victim that is down already is waited for before it is killed again, ms. */
const PATIENCE_MS = 60_000;

/** Kills processes with SIGKILL while the world goes on; nobody restarts them but the product itself. */
export class Killer {
  /** Kills that happened. */
  readonly done: Kill[] = [];
  private readonly underWay: Promise<void>[] = [];

  constructor(private readonly kills: Kill[]) {}

  /** Called at every step: what is planned for it happens in its own time. */
  onStep(product: Product, step: number): void {
    for (const kill of this.kills.filter((one) => one.step === step)) this.underWay.push(this.strike(product, kill));
  }

  /** After the run. @returns the kills that did not happen */
  async missed(): Promise<Kill[]> {
    await Promise.all(this.underWay);
    return this.kills.filter((kill) => !this.done.includes(kill));
  }

  private async strike(product: Product, kill: Kill): Promise<void> {
    await pause(kill.delayMs);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(20)) {
      if (product.pid(kill.victim) === undefined) continue; // died of something else just now
      await product.kill(kill.victim);
      this.done.push(kill);
      return;
    }
  }
}
