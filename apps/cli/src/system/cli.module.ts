import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarsModule } from '#libs/calendars';
import { ClockModule } from '#libs/clock';
import { CommandsModule } from '#libs/commands';
import type { Config } from '#libs/config';
import { Reconciler } from '#libs/reconcile';
import { StoreModule } from '#libs/store';
import { TemporalClientModule } from '#libs/temporal';

/** What a command works with: store, clock, commands and the client of Temporal. */
@Module({})
export class CliModule {
  static with(config: Config): DynamicModule {
    return {
      module: CliModule,
      imports: [
        StoreModule.forRoot({
          uri: config.MONGODB_URI,
          database: config.MONGODB_DB,
          durable: config.NODE_ENV === 'production',
          poolSize: 20,
        }),
        CalendarsModule,
        ClockModule.forRoot(config.CLOCK),
        TemporalClientModule.forRoot({
          address: config.TEMPORAL_ADDRESS,
          namespace: config.TEMPORAL_NAMESPACE,
          taskQueue: config.TEMPORAL_TASK_QUEUE,
        }),
        CommandsModule,
      ],
      providers: [Reconciler],
    };
  }
}
