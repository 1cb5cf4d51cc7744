import type { ClientInterceptors, DataConverter } from '@temporalio/client';

export const TEMPORAL_OPTIONS = Symbol('TEMPORAL_OPTIONS');
export const TEMPORAL_CONNECTION = Symbol('TEMPORAL_CONNECTION');

export interface TemporalOptions {
  address: string;
  namespace: string;
  taskQueue: string;
  tls?: boolean;
  dataConverter?: DataConverter;
  interceptors?: ClientInterceptors;
}
