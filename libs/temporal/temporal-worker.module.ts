import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { activitiesOf, isActivities } from './activities.js';
import { TEMPORAL_OPTIONS, type TemporalOptions } from './temporal.options.js';

export type WorkerExtra = Partial<Omit<WorkerOptions, 'connection' | 'namespace' | 'taskQueue' | 'activities'>>;
const WORKER_EXTRA = Symbol('WORKER_EXTRA');

let installed = false;
/** Nest owns the signals (enableShutdownHooks), so Core must not. Once per process. */
export function installRuntime(log = new Logger('Temporal')): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      const { taskToken: _t, ...rest } = (meta ?? {}) as Record<string, unknown>;
      log[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'log'](`${message} ${JSON.stringify(rest)}`);
    }),
  });
}

@Injectable()
export class TemporalWorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(TemporalWorkerHost.name);
  private stopping = false;
  private worker?: Worker;
  private loop?: Promise<void>;
  private wake: () => void = () => undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(TEMPORAL_OPTIONS) private readonly o: TemporalOptions,
    @Inject(WORKER_EXTRA) private readonly extra: WorkerExtra,
  ) {}

  get state(): string {
    return this.worker?.getState() ?? (this.stopping ? 'STOPPED' : 'CONNECTING');
  }

  /** Resolves when the worker polls for the first time. */
  async running(): Promise<void> {
    while (this.state !== 'RUNNING' && !this.stopping) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  onApplicationBootstrap(): void {
    this.loop = this.main();
    this.loop.catch((err: unknown) => {
      this.log.error(err);
      if (this.stopping) return;
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM'); // a dead worker must not look alive
    });
  }

  /** Drains before mongoose & co. close (those close in onApplicationShutdown). */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.loop?.catch(() => undefined);
  }

  private async main(): Promise<void> {
    installRuntime();
    const connection = await this.connect();
    if (!connection) return;
    try {
      const providers = this.discovery
        .getProviders()
        .filter((w) => isActivities(w.metatype) && w.instance)
        .map((w) => w.instance as object);
      this.worker = await Worker.create({
        ...this.extra,
        connection,
        namespace: this.o.namespace,
        taskQueue: this.o.taskQueue,
        ...(this.o.dataConverter && { dataConverter: this.o.dataConverter }),
        activities: activitiesOf(...providers),
      });
      if (!this.stopping) await this.worker.run();
    } finally {
      // after shutdownForceTime the core still holds a reference and close() throws
      await connection.close().catch((err: unknown) => this.log.warn(String(err)));
    }
  }

  private async connect(): Promise<NativeConnection | undefined> {
    for (let delay = 500; !this.stopping; delay = Math.min(delay * 2, 10_000)) {
      try {
        return await NativeConnection.connect({ address: this.o.address, tls: this.o.tls ?? false });
      } catch (err) {
        this.log.warn(
          `Temporal ${this.o.address} is not reachable, next try in ${delay} ms (${(err as Error).message.slice(0, 80)})`,
        );
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, delay); // not unref'd: it keeps the process alive
          this.wake = () => (clearTimeout(timer), resolve());
        });
      }
    }
    return undefined;
  }
}

@Module({})
export class TemporalWorkerModule {
  static forRoot(options: TemporalOptions, extra: WorkerExtra): DynamicModule {
    return {
      module: TemporalWorkerModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: TEMPORAL_OPTIONS, useValue: options },
        { provide: WORKER_EXTRA, useValue: extra },
        TemporalWorkerHost,
      ],
      exports: [TemporalWorkerHost],
    };
  }
}
