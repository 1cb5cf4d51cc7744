import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import type { Store } from '../store.js';
import type { FileStore } from './file-store.js';

const BUCKET = 'evidence';

/** Files in GridFS: in the database's own backup and under its own rules. Ids are ours, so that a copy that was cut can be named. */
export function gridFiles({ connection }: Pick<Store, 'connection'>): FileStore {
  const db = connection.db!;
  const bucket = new mongo.GridFSBucket(db, { bucketName: BUCKET });
  // the driver's type knows ObjectIds only; GridFS takes any id
  const asId = (id: string): mongo.ObjectId => id as unknown as mongo.ObjectId;
  return {
    put: (id, bytes) => pipeline(Readable.from(bytes), bucket.openUploadStreamWithId(asId(id), id)),
    read: (id) => bucket.openDownloadStream(asId(id)),
    remove: async (id) => {
      await db.collection(`${BUCKET}.files`).deleteOne({ _id: asId(id) });
      await db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: asId(id) });
    },
  };
}
