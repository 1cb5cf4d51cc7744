import { type DynamicModule, Module } from '@nestjs/common';
import { Concerned } from './concerned.js';
import { RecordEvents } from './record-events.js';
import { TellWorkflows } from './tell-workflows.js';
import { Relay, RELAY_OPTIONS, type RelayOptions } from './relay.js';

/** Carries events to the journal, the sheets and the processes. */
@Module({})
export class RelayModule {
  static forRoot(options: RelayOptions, activities: DynamicModule): DynamicModule {
    return {
      module: RelayModule,
      imports: [activities],
      providers: [{ provide: RELAY_OPTIONS, useValue: options }, Concerned, RecordEvents, TellWorkflows, Relay],
    };
  }
}
