import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Store } from '#libs/store';
import { Clock, RealClock, SteppedClock } from './clock.js';

@Global()
@Module({})
export class ClockModule {
  static forRoot(kind: 'real' | 'stepped'): DynamicModule {
    const useFactory = (store: Store): Clock => (kind === 'real' ? new RealClock() : new SteppedClock(store));
    return { module: ClockModule, providers: [{ provide: Clock, useFactory, inject: [Store] }], exports: [Clock] };
  }
}
