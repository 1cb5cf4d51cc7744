import mongoose from 'mongoose';
import { requireDurableWrites, StoreModule } from '#libs/store';
import { NestFactory } from '@nestjs/core';
import { testMongoUri, unique, withServers } from '../support/servers.js';

/** The address of this run with other words about writes. */
function addressWith(words: Record<string, string>): string {
  const [host, query = ''] = testMongoUri().split('?');
  const options = new URLSearchParams(query);
  for (const name of ['w', 'journal', 'j']) options.delete(name);
  for (const [name, value] of Object.entries(words)) options.set(name, value);
  return `${host}${host!.replace('mongodb://', '').includes('/') ? '' : '/'}?${options.toString()}`;
}

withServers('a start in production', () => {
  async function startOn(words: Record<string, string>): Promise<string> {
    const connection = await mongoose.createConnection(addressWith(words), { dbName: unique() }).asPromise();
    try {
      await requireDurableWrites(connection);
      return 'started';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await connection.db!.dropDatabase();
      await connection.close();
    }
  }

  it('goes on where a majority journals every write', async () => {
    expect(await startOn({ w: 'majority', journal: 'true' })).toBe('started');
  });

  it.each([
    [{ w: '1', journal: 'true' }, 'w=1'],
    [{ w: 'majority', journal: 'false' }, 'journal'],
    [{ w: 'majority' }, 'journal'],
    [{ journal: 'true' }, 'majority'],
  ])('is refused in words on a connection with %j', async (words, what) => {
    const message = await startOn(words);
    expect(message).toMatch(/^MONGODB_URI: /);
    expect(message).toContain(what);
    expect(message).toContain('Cách sửa');
    expect(message).not.toContain(testMongoUri());
  });

  it.each([
    ['a server that stands alone', { hello: {} }, 'replica set'],
    [
      'a server in memory',
      { hello: { setName: 'rs' }, serverStatus: { storageEngine: { persistent: false } } },
      'bộ nhớ',
    ],
    ['a majority that does not answer', { hello: { setName: 'rs' } }, 'waiting for replication timed out'],
  ])('is refused by %s', async (_, answers: Record<string, unknown>, what) => {
    const db = {
      writeConcern: { w: 'majority', journal: true },
      command: async (command: object) => {
        const answer = answers[Object.keys(command)[0]!];
        if (answer === undefined) throw new Error('not authorized');
        return answer;
      },
      collection: () => ({ updateOne: () => Promise.reject(new Error('waiting for replication timed out')) }),
    };
    await expect(requireDurableWrites({ db } as never)).rejects.toThrow(what);
  });

  it('asks through the house’s one door', async () => {
    const store = StoreModule.forRoot({ uri: addressWith({}), database: unique(), durable: true });
    const app = await NestFactory.createApplicationContext(store, { logger: false });
    await app.close();
  });
});
