import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { SignedIn } from '#libs/access';
import { liveView } from '#libs/contracts/http/index.js';
import type { AccessRequest } from '../access/access-request.js';
import { Me, Policy } from '../access/policy.decorator.js';
import { shownBy } from '../access/shown-by.js';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { ProblemError } from '../http/problem-error.js';
import { LiveDesk } from './live-desk.js';

const STREAM = 'text/event-stream';

/** Tells an open window that something of its post changed (server-sent events). Windows without it ask now and then. */
@ApiTags('work')
@Controller('live')
export class LiveController {
  constructor(
    private readonly desk: LiveDesk,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: liveView, description: 'text/event-stream: `changed` with this, `again` for all' })
  live(@Me() actor: SignedIn, @Req() request: AccessRequest, @Res() response: Response): void {
    // who asks for anything else would wait for an end that never comes
    if (!request.get('accept')?.includes(STREAM)) throw ProblemError.of(406, 'live-stream');
    if (!this.desk.hasRoom(actor.post)) throw ProblemError.of(429, 'live-full', { headers: { 'Retry-After': '60' } });
    response.status(200).set({
      'Content-Type': `${STREAM}; charset=utf-8`,
      'X-Accel-Buffering': 'no', // a proxy that gathers what it passes on would hold every word back
    });
    response.flushHeaders();
    const line = {
      write: (text: string): void => void response.write(text),
      end: (): void => void response.end(),
    };
    response.on('close', this.desk.open(actor, shownBy(request, this.options), line));
  }
}
