import mongoose, { type Connection } from 'mongoose';
import { INDEXES } from '#libs/store/indexes.js';
import { Store } from '#libs/store';
import { testMongoUri, unique } from './servers.js';

export interface TestStore {
  store: Store;
  database: string;
  /** Another connection to the same database, as another process would hold. */
  another(): Promise<Store>;
  close(): Promise<void>;
}

/** A database of its own with the house's indexes, on the server that `MONGODB_URI` names or on the embedded one. */
export async function testStore(): Promise<TestStore> {
  const database = unique('store');
  const connections: Connection[] = [];
  const another = async (): Promise<Store> => {
    const writeConcern = { w: 'majority', journal: true } as const;
    const connection = await mongoose.createConnection(testMongoUri(), { dbName: database, writeConcern }).asPromise();
    connections.push(connection);
    return new Store(connection);
  };
  const store = await another();
  for (const [collection, indexes] of Object.entries(INDEXES))
    for (const [keys, options] of indexes) await store.connection.collection(collection).createIndex(keys, options);
  const close = async (): Promise<void> => {
    await store.connection.db!.dropDatabase();
    for (const connection of connections) await connection.close();
  };
  return { store, database, another, close };
}
