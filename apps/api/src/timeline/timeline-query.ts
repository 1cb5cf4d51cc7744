import { Injectable } from '@nestjs/common';
import { readableObligations, seesAll, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { EventView, Page, TimelineView } from '#libs/contracts/http/index.js';
import { timelineSentence } from '#libs/domain/timeline/sentence.js';
import { Store, type CampaignDoc, type JournalDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { comingOfCampaign, comingOfObligation } from './coming.js';

/** More than a subtree of ours holds in one campaign. */
const VISIBLE_LIMIT = 20_000;

/** The journal in sentences, newest first, and what is to come. Other units' papers are not shown to those who may not read them. */
@Injectable()
export class TimelineQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async ofCampaign(reader: Reader, id: string, page: Page): Promise<TimelineView> {
    const campaign = (await this.store.campaigns.findOne({ _id: id })) as unknown as CampaignDoc;
    const { items, next } = await this.page({ book: id, ...(await this.visible(reader, campaign)) }, campaign, page);
    return { now: (await this.clock.now()).toISOString(), items, coming: comingOfCampaign(campaign), next };
  }

  async ofObligation(id: string, page: Page): Promise<TimelineView> {
    const obligation = (await this.store.obligations.findOne({ _id: id })) as unknown as ObligationDoc;
    const campaign = (await this.store.campaigns.findOne({ _id: obligation.campaign })) as unknown as CampaignDoc;
    // acts of the engine on whole rounds list the obligations they touched
    const about = {
      $or: [
        { subject: id },
        { subject: obligation.round, 'data.obligations': { $elemMatch: { $elemMatch: { $eq: id } } } },
      ],
    };
    const { items, next } = await this.page({ book: obligation.campaign, ...about }, campaign, page);
    const now = await this.clock.now();
    const silent = campaign.suspended || campaign.state === 'cancelled';
    return { now: now.toISOString(), items, coming: silent ? [] : comingOfObligation(obligation, now), next };
  }

  private async visible(reader: Reader, { _id: campaign, plan }: CampaignDoc): Promise<Record<string, unknown>> {
    if (reader === 'everyone' || seesAll(reader, plan)) return {};
    const filter = { $and: [{ campaign }, readableObligations(reader, [])] };
    const own = await this.store.obligations
      .find(filter as never, { projection: { _id: 1 } })
      .limit(VISIBLE_LIMIT)
      .toArray();
    const collected = await this.store.rounds.distinct('_id', { campaign, collector: reader.unit } as never);
    return { subject: { $in: [campaign, ...own.map(({ _id }) => _id), ...collected] } };
  }

  private async page(filter: Record<string, unknown>, campaign: CampaignDoc, { limit, after }: Page) {
    const before = after === undefined ? {} : { seq: { $lt: Number(after) || 0 } };
    const found = (await this.store.journal
      .find({ ...filter, ...before } as never)
      .sort({ seq: -1 })
      .limit(limit + 1)
      .toArray()) as unknown as JournalDoc[];
    const shown = found.slice(0, limit);
    const next = found.length > limit ? String(shown[shown.length - 1]!.seq) : null;
    return { items: await this.sentences(shown, campaign), next };
  }

  private async sentences(entries: JournalDoc[], campaign: CampaignDoc): Promise<EventView[]> {
    const about = new Map(entries.map((entry) => [entry, aboutOf(entry, campaign)]));
    const [units, posts, persons, notes] = await Promise.all([
      this.names.units([...about.values()].flatMap(({ unit }) => unit ?? [])),
      this.names.posts(entries.flatMap(({ actor }) => actor.post ?? [])),
      this.names.persons(entries.flatMap(({ actor }) => actor.person ?? [])),
      this.names.notes(entries.flatMap(({ data }) => noteOf(data) ?? [])),
    ]);
    return entries.map((entry) => {
      const { unit, title, obligation } = about.get(entry)!;
      const { post, person } = entry.actor;
      return {
        id: entry._id,
        at: entry.at.toISOString(),
        type: entry.type,
        text: timelineSentence(entry, title),
        post,
        postTitle: post && (posts.get(post) ?? post),
        person,
        personName: person && (persons.get(person) ?? null),
        unit,
        unitName: unit && (units.get(unit) ?? unit),
        reason: notes.get(noteOf(entry.data) ?? '') ?? null,
        obligation,
      };
    });
  }
}

const noteOf = (data: Record<string, unknown>): string | undefined => (data.note as { id?: string } | undefined)?.id;

/** Ids of obligations are (campaign, step, kind, subject, line), of rounds (campaign, step, level, collector). */
function aboutOf(
  { subject, data }: JournalDoc,
  { plan }: CampaignDoc,
): { unit: string | null; title: string; obligation: string | null } {
  const parts = subject.split('.');
  const step = (data.step as string | undefined) || parts[1];
  const title = plan.steps.find(({ id }) => id === step)?.title ?? '';
  const obligation = parts.length >= 5 ? subject : null;
  return { unit: parts[3] ?? null, title, obligation };
}
