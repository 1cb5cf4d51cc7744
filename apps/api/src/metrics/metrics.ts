import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { RECORDED, Store } from '#libs/store';

/** Figures of this process for Prometheus; a registry of its own, so that several applications fit in one process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(private readonly store: Store) {
    collectDefaultMetrics({ register: this.registry });
    const count = () => this.pending();
    new Gauge({
      name: 'dondoc_outbox_pending',
      help: 'Documents whose events wait for the relay',
      registers: [this.registry],
      async collect() {
        this.set(await count());
      },
    });
  }

  /** Times every request under its route, never under its ids. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.duration.startTimer();
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
      stop({ method: request.method, route, status: String(response.statusCode) });
    });
    next();
  };

  /** -1 while the store cannot be asked. */
  private async pending(): Promise<number> {
    try {
      const counts = await Promise.all(
        RECORDED.map((name) => this.store.recorded(name).countDocuments({ hasPending: true }, { maxTimeMS: 1_000 })),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    } catch {
      return -1;
    }
  }
}
