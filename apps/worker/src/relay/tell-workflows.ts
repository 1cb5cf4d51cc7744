import { Injectable } from '@nestjs/common';
import { markTold, Store, untoldProcesses } from '#libs/store';
import { Engine } from '#libs/temporal';

/** Signals sent side by side. */
const SIGNALS = 16;

/** Second half of the relay: tells the workflows of nudges that stand raised in their records. */
@Injectable()
export class TellWorkflows {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
  ) {}

  async all(): Promise<void> {
    const untold = await untoldProcesses(this.store);
    for (let from = 0; from < untold.length; from += SIGNALS) {
      const page = untold.slice(from, from + SIGNALS);
      await Promise.all(page.map((record) => this.engine.signal(record)));
      await markTold(this.store, page);
    }
  }
}
