import { Injectable } from '@nestjs/common';
import type { CampaignBodies, Subject } from '#libs/access';
import { localDateOf } from '#libs/domain';
import {
  organisationOn,
  planOf,
  readTogether,
  Store,
  type CampaignDoc,
  type ObligationDoc,
  type PreparationDoc,
  type RoundDoc,
  type SessionDoc,
} from '#libs/store';

export interface Found {
  subject: Subject;
  document: unknown;
  /** For a command on an obligation: what it can be decided on. */
  obligation?: { obligation: ObligationDoc; campaignState: string };
}

const OF_CAMPAIGN = { state: 1 } as const;

/** Kinds that have pages by id; the others are only listed. */
export type Loadable = Exclude<Subject['kind'], 'mail'>;

/** Loads what a policy is judged on: lean, by id. */
@Injectable()
export class Subjects {
  constructor(private readonly store: Store) {}

  /** @param at engine time: the tree of that day decides who stands above whom */
  async load(kind: Loadable, id: string, at: Date): Promise<Found | null> {
    switch (kind) {
      case 'obligation':
        return this.obligation(id);
      case 'campaign':
        return this.campaign(id);
      case 'round':
        return this.round(id, at);
      case 'session':
        return this.session(id);
      case 'unit':
        return this.unit(id, at);
      case 'preparation':
        return this.preparation(id);
      case 'accounts':
        return { subject: { kind: 'accounts' }, document: null };
    }
  }

  async exists(kind: 'campaign' | 'obligation', id: string): Promise<boolean> {
    const collection = kind === 'campaign' ? 'campaigns' : 'obligations';
    return (await this.store.recorded(collection).countDocuments({ _id: id }, { limit: 1 })) === 1;
  }

  private async obligation(id: string): Promise<Found | null> {
    const document = await readTogether<ObligationDoc>(this.store, 'obligations', id);
    const campaign = document && (await this.campaignOf(document.campaign));
    if (!campaign) return null;
    return {
      subject: { ...document, kind: 'obligation', bodies: campaign.bodies },
      document,
      obligation: { obligation: document, campaignState: campaign.state },
    };
  }

  private async campaign(id: string): Promise<Found | null> {
    const bodies = (await this.campaignOf(id))?.bodies;
    return bodies ? { subject: { kind: 'campaign', bodies }, document: { _id: id, bodies } } : null;
  }

  private async round(id: string, at: Date): Promise<Found | null> {
    const document = (await this.store.rounds.findOne(
      { _id: id },
      { projection: { acts: 0, pending: 0, commands: 0 } },
    )) as unknown as RoundDoc | null;
    const bodies = document && (await this.campaignOf(document.campaign))?.bodies;
    if (!bodies) return null;
    const { tree } = await organisationOn(this.store, localDateOf(at));
    const aboveCollector = tree.ancestorsOf(document.collector);
    return { subject: { kind: 'round', bodies, collector: document.collector, aboveCollector }, document };
  }

  private async session(id: string): Promise<Found | null> {
    const document = (await this.store.sessions.findOne(
      { _id: id },
      { projection: { pending: 0, commands: 0 } },
    )) as unknown as SessionDoc | null;
    const bodies = document && (await this.campaignOf(document.campaign))?.bodies;
    if (!bodies) return null;
    return {
      subject: { kind: 'session', bodies, secretary: document.secretary, members: document.members },
      document,
    };
  }

  private async unit(id: string, at: Date): Promise<Found | null> {
    const document = await this.store.units.findOne({ _id: id });
    if (!document) return null;
    const { tree } = await organisationOn(this.store, localDateOf(at));
    const above = tree.ancestorsOf(id);
    return { subject: { kind: 'unit', unit: id, above }, document: { ...document, above } };
  }

  private async preparation(id: string): Promise<Found | null> {
    const found = (await this.store.preparations.findOne(
      { _id: id },
      { projection: { owner: 1, launchingUnit: 1, standingBody: 1 } },
    )) as unknown as Pick<PreparationDoc, '_id' | 'owner' | 'launchingUnit' | 'standingBody'> | null;
    if (!found) return null;
    return { subject: { ...found, kind: 'preparation' }, document: found };
  }

  private async campaignOf(id: string): Promise<{ bodies: CampaignBodies; state: string } | null> {
    const found = await readTogether<CampaignDoc>(this.store, 'campaigns', id, OF_CAMPAIGN);
    if (!found) return null;
    const { launchingUnit, standingBody } = await planOf(this.store, id);
    return { bodies: { launchingUnit, standingBody }, state: found.state };
  }
}
