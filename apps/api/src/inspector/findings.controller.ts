import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { RequestMeta } from '#libs/commands';
import { findingsView, repairBody, repairView, type FindingView } from '#libs/contracts/http/index.js';
import { refuse } from '#libs/domain';
import { inLocalTime } from '#libs/inspect';
import { Reconciler, type Found, type Look } from '#libs/reconcile';
import { TemporalHealth } from '#libs/temporal';
import { May, Me } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';
import { Meta } from '../http/request-meta.js';

/** Where engine and records disagree, and the repair of one such place. */
@ApiTags('inspector')
@Controller('findings')
export class FindingsController {
  constructor(
    private readonly reconciler: Reconciler,
    private readonly health: TemporalHealth,
    private readonly clock: Clock,
  ) {}

  /** Looks at everything, twice where something seems wrong: it may take seconds. */
  @Get()
  @May('read', 'engine')
  @ApiOkResponse({ standardSchema: findingsView })
  async look() {
    const { checked, found } = await this.compare();
    return { now: (await this.clock.now()).toISOString(), checked, items: found.map(viewOf) };
  }

  /** Looks again first: what has healed meanwhile is not touched. */
  @Post('repair')
  @HttpCode(200)
  @May('repair', 'engine')
  @ApiOkResponse({ standardSchema: repairView })
  async repair(
    @Me() { post, person }: SignedIn,
    @Body({ schema: repairBody }) { kind, subject, reason }: z.output<typeof repairBody>,
    @Meta() { key }: RequestMeta,
  ) {
    const { found } = await this.compare();
    const wanted = found.filter((one) => one.kind === kind && one.subject === subject);
    if (wanted.length === 0) throw ProblemError.refused(409, refuse('finding-gone'));
    const byHand = wanted.find(({ mend }) => mend === null);
    if (byHand) throw ProblemError.refused(409, refuse('finding-by-hand', { repair: byHand.repair }));
    await this.reconciler.repair(wanted, post, { person, reason, key });
    return { mended: wanted.map(viewOf), left: found.length - wanted.length };
  }

  private async compare(): Promise<Look> {
    if (!(await this.health.ping())) throw ProblemError.refused(409, refuse('engine-away'));
    return this.reconciler.look();
  }
}

const viewOf = ({ kind, subject, cause, repair, campaign, mend }: Found): FindingView => ({
  ...{ kind, subject, campaign, cause: inLocalTime(cause), repair: inLocalTime(repair) },
  mendable: mend !== null,
});
