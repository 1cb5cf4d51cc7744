import { closeSync, existsSync, openSync, readFileSync, readSync, truncateSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** What the SMTP conversation told, and where the message lies in the file. */
export interface Caught {
  id: number;
  receivedAt: string;
  from: string;
  to: string[];
  offset: number;
  length: number;
}
type Line = Omit<Caught, 'offset' | 'length'> & { raw: string };

/**
 * Caught messages in an append-only file, one JSON line each (`raw`: base64). A line is in the file before SMTP answers 250,
 * so a killed catcher loses nothing it accepted; a line cut off by the kill was not accepted and is dropped.
 */
export class MessageLog {
  readonly messages: Caught[] = [];
  private size = 0;
  private nextId = 1;
  private handle: FileHandle | undefined;
  private queue: { line: Buffer; done: () => void; failed: (error: Error) => void }[] = [];
  private writing = false;

  constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, this.size)) {
      this.remember(JSON.parse(bytes.toString('utf8', this.size, end)) as Line, end + 1 - this.size);
    }
    if (this.size < bytes.length) truncateSync(file, this.size);
  }

  /** Resolves with the id once the message is written. */
  async add(from: string, to: string[], raw: Buffer): Promise<number> {
    const entry: Line = {
      id: this.nextId++,
      receivedAt: new Date().toISOString(),
      from,
      to,
      raw: raw.toString('base64'),
    };
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    await new Promise<void>((resolve, reject) => {
      this.queue.push({
        line,
        done: () => {
          this.remember(entry, line.length);
          resolve();
        },
        failed: reject,
      });
      void this.flush();
    });
    return entry.id;
  }

  /** The message as it was sent. */
  raw({ offset, length }: Caught): Buffer {
    const bytes = Buffer.alloc(length);
    const fd = openSync(this.file, 'r');
    try {
      readSync(fd, bytes, 0, length, offset);
    } finally {
      closeSync(fd);
    }
    return Buffer.from((JSON.parse(bytes.toString()) as Line).raw, 'base64');
  }

  clear(): void {
    if (this.size > 0) truncateSync(this.file, 0);
    this.messages.length = 0;
    this.size = 0;
  }

  private remember({ id, receivedAt, from, to }: Line, length: number): void {
    this.messages.push({ id, receivedAt, from, to, offset: this.size, length });
    this.size += length;
    this.nextId = Math.max(this.nextId, id + 1);
  }

  /** One write for all messages that wait. */
  private async flush(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0);
      try {
        this.handle ??= await open(this.file, 'a');
        await this.handle.appendFile(Buffer.concat(batch.map(({ line }) => line)));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error as Error);
      }
    }
    this.writing = false;
  }
}
