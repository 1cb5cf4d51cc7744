import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { Engine } from './engine.js';
import { TEMPORAL_CONNECTION, TEMPORAL_OPTIONS, type TemporalOptions } from './temporal.options.js';

@Injectable()
export class TemporalHealth {
  constructor(@Inject(TEMPORAL_CONNECTION) private readonly connection: Connection) {}

  /** true when the server answers within `ms`; never throws. */
  async ping(ms = 1500): Promise<boolean> {
    try {
      await this.connection.withDeadline(Date.now() + ms, () => this.connection.workflowService.getSystemInfo({}));
      return true;
    } catch {
      return false;
    }
  }
}

@Injectable()
class TemporalConnectionCloser implements OnApplicationShutdown {
  constructor(@Inject(TEMPORAL_CONNECTION) private readonly connection: Connection) {}
  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}

/** Lazy gRPC client: the API boots and serves pages while Temporal is down. */
@Global()
@Module({})
export class TemporalClientModule {
  static forRoot(options: TemporalOptions): DynamicModule {
    return {
      module: TemporalClientModule,
      providers: [
        { provide: TEMPORAL_OPTIONS, useValue: options },
        {
          provide: TEMPORAL_CONNECTION,
          useFactory: (o: TemporalOptions) =>
            Connection.lazy({
              address: o.address,
              tls: o.tls ?? false,
              connectTimeout: '3s',
              // default is 10 attempts = about 19 s of waiting in an HTTP request
              interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 3 }))],
            }),
          inject: [TEMPORAL_OPTIONS],
        },
        {
          provide: Client,
          useFactory: (connection: Connection, o: TemporalOptions) =>
            new Client({
              connection,
              namespace: o.namespace,
              ...(o.dataConverter && { dataConverter: o.dataConverter }),
              ...(o.interceptors && { interceptors: o.interceptors }),
            }),
          inject: [TEMPORAL_CONNECTION, TEMPORAL_OPTIONS],
        },
        TemporalHealth,
        Engine,
        TemporalConnectionCloser,
      ],
      exports: [Client, TemporalHealth, Engine, TEMPORAL_OPTIONS],
    };
  }
}
