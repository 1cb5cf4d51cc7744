import { createHash, randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

withServers('GridFS on the server of this run', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await testStore();
  });
  afterAll(() => test?.close());

  it('keeps files of no byte, one chunk, and many chunks with a rest, byte for byte, and removes them whole', async () => {
    const db = test.store.connection.db!;
    const bucket = new mongo.GridFSBucket(db, { bucketName: 'probe' });
    for (const size of [0, 1, 261_120, 2_000_003]) {
      const bytes = randomBytes(size);
      const id = new mongo.ObjectId();
      const upload = bucket.openUploadStreamWithId(id, 'tệp');
      const done = new Promise<void>((resolve, reject) => upload.once('finish', () => resolve()).once('error', reject));
      upload.end(bytes);
      await done;
      const read: Buffer[] = [];
      for await (const chunk of bucket.openDownloadStream(id)) read.push(chunk as Buffer);
      expect(sha256(Buffer.concat(read))).toBe(sha256(bytes));
      expect((await db.collection('probe.files').findOne({ _id: id }))!.length).toBe(size);
      await bucket.delete(id);
      expect(await db.collection('probe.chunks').countDocuments({ files_id: id })).toBe(0);
    }
  });
});
