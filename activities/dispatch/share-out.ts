import { Injectable } from '@nestjs/common';
import { dispatchProcessId } from '#libs/contracts';
import { Store } from '#libs/store';
import { Engine } from '#libs/temporal';
import type { Slot } from './slots.js';

/** Keeps the dispatches of a large morning going: its shares, and from a share the morning itself. */
@Injectable()
export class ShareOut {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
  ) {}

  /**
   * Dispatches to start or wake: shares with mail left whose dispatch is not there yet or was over before; for a share the morning's own
   * dispatch, where mail that changed hands was given back and it sleeps.
   * @param loose notices of the morning that are not folded
   * @param shares of the morning that have mail without an outcome
   */
  async waiting({ id, at, shard }: Slot, loose: number, shares: string[]): Promise<string[]> {
    if (at === null) return [];
    if (shard) return loose ? this.without([id.slice(0, id.indexOf('#'))], { awake: true }) : [];
    return shares.length ? this.without(shares, { finished: false }) : [];
  }

  async start(slot: Slot, loose: number, shares: string[]): Promise<void> {
    for (const one of await this.waiting(slot, loose, shares)) {
      const _id = dispatchProcessId(one);
      await this.engine.nudge(_id, { _id, type: 'dispatchWorkflow', campaign: null, step: null, level: null });
    }
  }

  private async without(slots: string[], state: Record<string, boolean>): Promise<string[]> {
    const known = { _id: { $in: slots.map(dispatchProcessId) }, ...state };
    const records = await this.store.processes.find(known as never, { projection: { _id: 1 } }).toArray();
    const alive = new Set(records.map(({ _id }) => _id));
    return slots.filter((slot) => !alive.has(dispatchProcessId(slot)));
  }
}
