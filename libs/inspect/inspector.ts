import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Clock } from '#libs/clock';
import type { WorkflowsQuery } from '#libs/contracts/http/index.js';
import { each, GRACE_MS } from '#libs/reconcile';
import { Store, type ProcessDoc } from '#libs/store';
import { lookAtWorkflow, TemporalHealth, type WorkflowLook } from '#libs/temporal';
import { candidates } from './candidates.js';
import { causesOf, type Cause } from './causes.js';

export interface Inspected {
  record: ProcessDoc;
  /** Null while Temporal is away. */
  look: WorkflowLook | null;
  causes: Cause[];
}

export interface Inspection {
  now: Date;
  reachable: boolean;
  items: Inspected[];
  more: boolean;
}

/** Workflows asked about at once. */
const WIDTH = 16;
/** Between two looks, ms of wall clock: a call that was just made is heard by then. */
const SETTLE_MS = 1_000;
/** Kinds of causes that may only be under way. */
const PASSING = new Set(['wake-missed', 'act-missed']);
/** Kinds of causes that say that the workflow itself has failed. */
const FAILED = new Set(['workflow-lost', 'act-failing']);

/** Workflows beside their records: what each waits for, and why it stands still. Reads only. */
@Injectable()
export class Inspector {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly client: Client,
    private readonly health: TemporalHealth,
  ) {}

  async search(query: WorkflowsQuery): Promise<Inspection> {
    const now = await this.clock.now();
    const { records, more } = await candidates(this.store, query, new Date(now.getTime() - GRACE_MS));
    const { items, reachable } = await this.inspect(records, now);
    const wanted = items.filter(({ causes }) => {
      if (query.state === 'stuck') return causes.length > 0;
      return query.state !== 'failing' || causes.some(({ kind }) => FAILED.has(kind));
    });
    return { now, reachable, items: wanted, more };
  }

  /** @returns null where there is no such process */
  async one(id: string): Promise<(Inspected & { reachable: boolean; now: Date }) | null> {
    const record = await this.store.processes.findOne({ _id: id });
    if (!record) return null;
    const now = await this.clock.now();
    const { items, reachable } = await this.inspect([record], now);
    return { ...items[0]!, reachable, now };
  }

  /** Looks twice where something may only be under way: it counts if the process has not moved in between. */
  private async inspect(records: ProcessDoc[], now: Date): Promise<Looked> {
    const first = await this.lookOnce(records, now);
    const doubtful = first.items.filter(({ causes }) => causes.some(({ kind }) => PASSING.has(kind)));
    if (doubtful.length === 0) return first;
    await pause(SETTLE_MS);
    const ids = doubtful.map(({ record }) => record._id);
    const fresh = (await this.store.processes.find({ _id: { $in: ids } }).toArray()) as unknown as ProcessDoc[];
    const again = await this.lookOnce(fresh, await this.clock.now());
    const second = new Map(again.items.map((item) => [item.record._id, item]));
    const items = first.items.map((before) => {
      const after = second.get(before.record._id) ?? before;
      const { turn, nudge } = before.record;
      const stands = after.record.turn === turn && after.record.nudge === nudge;
      return stands ? after : { ...after, causes: after.causes.filter(({ kind }) => !PASSING.has(kind)) };
    });
    return { ...again, items };
  }

  private async lookOnce(records: ProcessDoc[], now: Date): Promise<Looked> {
    const reachable = await this.health.ping();
    const looked = reachable ? await each(records, WIDTH, async ({ _id }) => lookAtWorkflow(this.client, _id)) : [];
    const looks = new Map(looked.map((look, n) => [records[n]!._id, look]));
    const causes = await causesOf(this.store, records, looks, now);
    const items = records.map((record) => ({
      record,
      look: looks.get(record._id) ?? null,
      causes: causes.get(record._id) ?? [],
    }));
    return { items, reachable };
  }
}

type Looked = Pick<Inspection, 'items' | 'reachable'>;
