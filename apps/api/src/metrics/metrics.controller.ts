import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Policy } from '../access/policy.decorator.js';
import { Metrics } from './metrics.js';

@ApiTags('system')
@Controller('metrics')
@Policy({ open: 'anyone' })
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res() response: Response): Promise<void> {
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
