import { setTimeout as pause } from 'node:timers/promises';
import { RECORDED, type Store } from '#libs/store';

/** After a break, ms of wall clock, before the stream is opened again. */
const AGAIN_MS = 500;
/** What follows of what just came to rest is mostly on its way: so long it is waited for, ms. */
const SETTLING_MS = 2;

interface Change {
  ns: { coll: string };
  documentKey: { _id: string };
  fullDocument?: Flags;
  updateDescription?: { updatedFields?: Flags };
}
type Flags = { awake?: boolean; hasPending?: boolean };

/** Changes of who is awake and which outbox is filled: an update tells what it set, a replacement the whole document. */
const changed = (flag: keyof Flags) => ({
  $or: [
    { [`updateDescription.updatedFields.${flag}`]: { $exists: true } },
    { [`fullDocument.${flag}`]: { $exists: true } },
  ],
});
const WATCHED = {
  $or: [
    { 'ns.coll': 'processes', ...changed('awake') },
    { 'ns.coll': { $in: [...RECORDED] }, ...changed('hasPending') },
  ],
};
const SHOWN = {
  ...{ _id: 1, ns: 1, documentKey: 1 },
  ...{ 'fullDocument.awake': 1, 'fullDocument.hasPending': 1 },
  ...{ 'updateDescription.updatedFields.awake': 1, 'updateDescription.updatedFields.hasPending': 1 },
};

/**
 * Who is awake and whose outbox is filled, as a change stream tells it a moment later: the driver looks at the records when it has heard
 * that all came to rest, and not again and again before. Only a hint: a stream that breaks, or a word that comes late, costs time.
 */
export class Unrest {
  private readonly busy = new Set<string>();
  private stream: { close(): Promise<void> } | undefined;
  private stopped = false;
  private broken = false;
  /** Something was heard that nobody has waited for yet. */
  private news = false;
  private heard: () => void = () => undefined;

  constructor(private readonly store: Store) {}

  start(): void {
    if (this.stopped) return;
    const stream = this.store.connection.db!.watch([{ $match: WATCHED }, { $project: SHOWN }], {
      maxAwaitTimeMS: 1_000,
    });
    this.stream = stream;
    this.broken = false;
    stream.on('change', (change) => this.note(change as unknown as Change));
    stream.on('error', () => {
      this.broken = true;
      this.busy.clear(); // what happens meanwhile is not heard
      void stream.close().catch(() => undefined);
      if (!this.stopped) setTimeout(() => this.start(), AGAIN_MS).unref();
    });
  }

  get listening(): boolean {
    return this.stream !== undefined && !this.broken;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.stream?.close().catch(() => undefined);
  }

  /** Resolves when all that was heard of since the last call has come to rest; after `ms` in any case. */
  async over(ms: number): Promise<void> {
    for (const until = performance.now() + ms; ;) {
      if (this.news && this.busy.size === 0) await pause(SETTLING_MS);
      const left = until - performance.now();
      if ((this.news && this.busy.size === 0) || left <= 0) break;
      await this.word(left);
    }
    this.news = false;
  }

  /** All is at rest, as the records say: whatever was heard of before is over, also where its word was lost. */
  forget(): void {
    this.busy.clear();
  }

  private word(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.heard = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private note({ ns: { coll }, documentKey: { _id }, fullDocument, updateDescription }: Change): void {
    const { awake, hasPending } = fullDocument ?? updateDescription?.updatedFields ?? {};
    const busy = coll === 'processes' ? awake : hasPending;
    if (busy) this.busy.add(`${coll} ${_id}`);
    else this.busy.delete(`${coll} ${_id}`);
    this.news = true;
    this.heard();
  }
}
