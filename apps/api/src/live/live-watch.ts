import { Logger } from '@nestjs/common';
import { OUTBOX_CHANGES, RECORDED, type RecordedName, type Store } from '#libs/store';
import { Touched } from './touched.js';

/** Longest that one look gathers, ms: what many people do at once is one word. */
const LINGER_MS = 200;
/** Pause between two looks while things go on happening, ms. */
const PACE_MS = 1_000;
const AGAIN_MS = 1_000;
/** After so long a stream is open, ms. */
const OPENING_MS = 2_000;

/** An act on a document whose outbox still holds the act before it. */
const NEXT_ACT = { 'ns.coll': { $in: [...RECORDED] }, 'updateDescription.updatedFields.revision': { $exists: true } };

interface Change {
  ns: { coll: RecordedName | 'notices' };
  documentKey: { _id: string };
  fullDocument?: { post?: string };
}

/** Hears which documents changed, as the relay does, and passes their ids on in small batches. */
export class LiveWatch {
  private readonly log = new Logger(LiveWatch.name);
  private stream: { close(): Promise<void> } | undefined;
  private touched = new Touched();
  private timer: NodeJS.Timeout | undefined;
  private passing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly store: Store,
    private readonly pass: (touched: Touched) => Promise<void>,
  ) {}

  /** Opens the stream, and opens it again when it breaks. What may have been missed is passed on as unsure. */
  start(): void {
    if (this.stopped) return;
    const wanted = { $or: [OUTBOX_CHANGES, NEXT_ACT, { 'ns.coll': 'notices', operationType: 'insert' }] };
    const shown = { $project: { _id: 1, ns: 1, documentKey: 1, 'fullDocument.post': 1 } };
    const stream = this.store.connection.db!.watch([{ $match: wanted }, shown], { maxAwaitTimeMS: 1_000 });
    this.stream = stream;
    stream.on('change', (change) => this.note(change as never));
    stream.on('error', (error: Error) => {
      if (this.stopped) return;
      this.log.warn(`change stream: ${error.message}`);
      void stream.close().catch(() => undefined);
      setTimeout(() => this.start(), AGAIN_MS).unref();
    });
    // a stream tells of what happens after it is open, and does not tell when that is
    this.touched.unsure = true;
    this.soon(OPENING_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.stream?.close().catch(() => undefined);
    await this.passing;
  }

  private note({ ns, documentKey, fullDocument }: Change): void {
    if (ns.coll === 'notices') this.touched.notified.add(fullDocument?.post ?? '');
    else this.touched.documents[ns.coll].add(documentKey._id);
    this.soon(LINGER_MS);
  }

  private soon(ms: number): void {
    this.timer ??= setTimeout(() => void this.flush(), ms).unref();
  }

  private async flush(): Promise<void> {
    const { touched } = this;
    this.touched = new Touched();
    this.passing = this.pass(touched).catch((error: unknown) => {
      this.log.warn(`live: ${(error as Error).message}`);
      this.touched.unsure = true;
    });
    await this.passing;
    this.timer = undefined;
    if (!this.stopped && (this.touched.size > 0 || this.touched.unsure)) this.soon(PACE_MS);
  }
}
