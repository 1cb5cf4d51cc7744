import type { Ports } from './ports.js';
import type { ProcessSpec } from './managed-process.js';
import type { ServerInfo } from './types.js';

/** A server about to be started: the process, and what people are told about it. */
export interface ServerPlan {
  how: ServerInfo['how'];
  version: string;
  spec: Pick<ProcessSpec, 'program' | 'ready' | 'env'> & { startMs?: number };
  /** Once, after the first start. */
  prepare?: () => Promise<void>;
}

export interface PlanContext {
  dataDir: string;
  ports: Ports;
  durable: boolean;
  say: (line: string) => void;
}

/** Rejects when `work` takes longer than `ms`; probes must never hang. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
