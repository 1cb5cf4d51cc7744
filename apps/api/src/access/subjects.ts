import { Injectable } from '@nestjs/common';
import { unitsAbove, type CampaignBodies, type Subject } from '#libs/access';
import { Clock } from '#libs/clock';
import { Store, type ObligationDoc, type RoundDoc, type SessionDoc } from '#libs/store';

export interface Found {
  subject: Subject;
  document: unknown;
}

const OF_OBLIGATION = {
  campaign: 1,
  kind: 1,
  state: 1,
  subject: 1,
  answeringUnit: 1,
  answeringPost: 1,
  receiver: 1,
  ancestors: 1,
  targets: 1,
  consolidatedTargets: 1,
} as const;

/** Loads what a policy is judged on: lean, by id. */
@Injectable()
export class Subjects {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async load(kind: Subject['kind'], id: string): Promise<Found | null> {
    switch (kind) {
      case 'obligation':
        return this.obligation(id);
      case 'campaign':
        return this.campaign(id);
      case 'round':
        return this.round(id);
      case 'session':
        return this.session(id);
      case 'unit':
        return this.unit(id);
    }
  }

  private async obligation(id: string): Promise<Found | null> {
    const document = (await this.store.obligations.findOne(
      { _id: id },
      { projection: OF_OBLIGATION },
    )) as unknown as ObligationDoc | null;
    const bodies = document && (await this.bodiesOf(document.campaign));
    return bodies && { subject: { ...document, kind: 'obligation', bodies }, document };
  }

  private async campaign(id: string): Promise<Found | null> {
    const bodies = await this.bodiesOf(id);
    return bodies && { subject: { kind: 'campaign', bodies }, document: { _id: id, bodies } };
  }

  private async round(id: string): Promise<Found | null> {
    const document = (await this.store.rounds.findOne(
      { _id: id },
      { projection: { acts: 0, pending: 0, commands: 0 } },
    )) as unknown as RoundDoc | null;
    const bodies = document && (await this.bodiesOf(document.campaign));
    if (!bodies) return null;
    const aboveCollector = await unitsAbove(this.store, document.collector, await this.clock.now());
    return { subject: { kind: 'round', bodies, collector: document.collector, aboveCollector }, document };
  }

  private async session(id: string): Promise<Found | null> {
    const document = (await this.store.sessions.findOne(
      { _id: id },
      { projection: { pending: 0, commands: 0 } },
    )) as unknown as SessionDoc | null;
    const bodies = document && (await this.bodiesOf(document.campaign));
    return (
      bodies && {
        subject: { kind: 'session', bodies, secretary: document.secretary, members: document.members },
        document,
      }
    );
  }

  private async unit(id: string): Promise<Found | null> {
    const document = await this.store.units.findOne({ _id: id });
    if (!document) return null;
    const above = await unitsAbove(this.store, id, await this.clock.now());
    return { subject: { kind: 'unit', unit: id, above }, document: { ...document, above } };
  }

  private async bodiesOf(campaign: string): Promise<CampaignBodies | null> {
    const projection = { 'plan.launchingUnit': 1, 'plan.standingBody': 1 };
    const found = await this.store.campaigns.findOne({ _id: campaign }, { projection });
    return found && { launchingUnit: found.plan.launchingUnit, standingBody: found.plan.standingBody };
  }
}
