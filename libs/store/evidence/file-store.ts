import type { Readable } from 'node:stream';

/** Where the bytes of files lie. GridFS is the one driver; another (S3) would implement these three. */
export interface FileStore {
  /** Keeps all of a stream under an id that is not taken. A cut one leaves what `remove` takes away. */
  put(id: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** @throws (as an error of the stream) where there is none */
  read(id: string): Readable;
  /** Also what a cut `put` left; nothing there is fine. */
  remove(id: string): Promise<void>;
}
