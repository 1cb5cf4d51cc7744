import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getConnectionToken, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { requireDurableWrites } from './durable-writes.js';
import { Store } from './store.js';

export interface StoreOptions {
  uri: string;
  database: string;
  /** Connections in the pool; default 50. More for many parallel clients, fewer where the server counts them. */
  poolSize?: number;
  /** Refuse to start where an answered write could be lost; default false. True in production. */
  durable?: boolean;
}

/** The house's one door to MongoDB. Write concern is majority + journal unless the address says otherwise. */
@Global()
@Module({})
export class StoreModule {
  static forRoot({ uri, database, poolSize = 50, durable = false }: StoreOptions): DynamicModule {
    return {
      module: StoreModule,
      imports: [
        MongooseModule.forRoot(uri, {
          dbName: database,
          maxPoolSize: poolSize,
          autoIndex: false,
          autoCreate: false,
          serverSelectionTimeoutMS: 5_000,
          writeConcern: { w: 'majority', journal: true },
          retryWrites: true,
        }),
      ],
      providers: [
        {
          provide: Store,
          useFactory: async (connection: Connection) => {
            if (durable) await requireDurableWrites(connection);
            return new Store(connection);
          },
          inject: [getConnectionToken()],
        },
      ],
      exports: [Store],
    };
  }
}
