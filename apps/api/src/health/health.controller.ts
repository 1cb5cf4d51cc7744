import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Store } from '#libs/store';
import { TemporalHealth } from '#libs/temporal';
import { Policy } from '../access/policy.decorator.js';
import { within } from './within.js';

const PATIENCE_MS = 1_500;

/** For launchers and balancers. Reporting works without Temporal, so it is told but not required. */
@ApiTags('system')
@Controller('health')
@Policy({ open: 'anyone' })
export class HealthController {
  constructor(
    private readonly store: Store,
    private readonly temporal: TemporalHealth,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const ping = this.store.connection.db!.command({ ping: 1 }).then(
      () => true,
      () => false,
    );
    const [mongo, temporal] = await Promise.all([
      within(PATIENCE_MS, ping),
      within(PATIENCE_MS, this.temporal.ping(PATIENCE_MS)),
    ]);
    response.status(mongo ? 200 : 503);
    return { status: mongo ? 'ok' : 'down', mongo, temporal };
  }
}
