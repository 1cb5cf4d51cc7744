import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getConnectionToken, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Store } from './store.js';

export interface StoreOptions {
  uri: string;
  database: string;
  /** Connections in the pool; default 50. More for many parallel clients, fewer where the server counts them. */
  poolSize?: number;
}

/** The house's one door to MongoDB. Write concern is majority + journal unless the address says otherwise. */
@Global()
@Module({})
export class StoreModule {
  static forRoot({ uri, database, poolSize = 50 }: StoreOptions): DynamicModule {
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
          useFactory: (connection: Connection) => new Store(connection),
          inject: [getConnectionToken()],
        },
      ],
      exports: [Store],
    };
  }
}
