import { Logger } from '@nestjs/common';
import { OUTBOX_CHANGES, type RecordedName, type Store } from '#libs/store';

/** Wakes the relay when a document with an outbox changes. Only a wake: what is to be done is read from the documents. */
export class OutboxWatch {
  private readonly log = new Logger(OutboxWatch.name);
  private stream: { close(): Promise<void> } | undefined;
  private stopping = false;

  constructor(
    private readonly store: Store,
    private readonly onChange: (collection: RecordedName) => void,
  ) {}

  /** Opens the stream and opens it again when it breaks; the relay's own sweep goes on meanwhile. */
  start(): void {
    if (this.stopping) return;
    const changes = [{ $match: OUTBOX_CHANGES }, { $project: { _id: 1, ns: 1 } }];
    const stream = this.store.connection.db!.watch(changes, { maxAwaitTimeMS: 1_000 });
    this.stream = stream;
    stream.on('change', (change) => this.onChange((change as { ns: { coll: RecordedName } }).ns.coll));
    stream.on('error', (error: Error) => {
      if (this.stopping) return;
      this.log.warn(`change stream: ${error.message}`);
      void stream.close().catch(() => undefined);
      setTimeout(() => this.start(), 1_000).unref();
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.stream?.close().catch(() => undefined);
  }
}
