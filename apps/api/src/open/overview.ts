import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { OverviewView } from '#libs/contracts/http/index.js';
import { CampaignQuery } from '../campaigns/campaign-query.js';

/** Campaigns on the first page. */
const SHOWN = 100;

/** The console's first look: the hour and the campaigns. */
@Injectable()
export class Overview {
  constructor(
    private readonly clock: Clock,
    private readonly campaigns: CampaignQuery,
  ) {}

  async of(reader: Reader): Promise<OverviewView> {
    const [now, { items }] = await Promise.all([this.clock.now(), this.campaigns.list(reader, { limit: SHOWN })]);
    return { now: now.toISOString(), campaigns: items };
  }
}
