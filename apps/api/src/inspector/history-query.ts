import { Injectable } from '@nestjs/common';
import { may, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import {
  campaignActs,
  type CampaignAct,
  type CampaignUnits,
  type HistoryLine,
  type HistoryQuery as Asked,
  type HistoryView,
} from '#libs/contracts/http/index.js';
import { endOfDay, groupOf, instantAt, say, typesOf, type MessageCode } from '#libs/domain';
import { timelineSentence } from '#libs/domain/timeline/sentence.js';
import { Store, type CampaignDoc, type JournalDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { HistoryScopes, type HistoryScope } from './history-scopes.js';
import { cursorAfter, readCursor, type LineCursor } from './line-cursor.js';
import { MailLines } from './mail-lines.js';

type Filter = Record<string, unknown>;

/** One line of time out of two books: what happened, and what people were told and whether it reached them. Newest first. */
@Injectable()
export class HistoryQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly scopes: HistoryScopes,
    private readonly mails: MailLines,
  ) {}

  async of(reader: SignedIn, id: string, asked: Asked): Promise<HistoryView> {
    const campaign = (await this.store.campaigns.findOne(
      { _id: id },
      { projection: { plan: 1, state: 1, suspended: 1 } },
    )) as unknown as CampaignDoc;
    const [now, scope] = await Promise.all([this.clock.now(), this.scopes.of(id, asked)]);
    const from = readCursor(asked.after);
    const wanted = asked.limit + 1;
    const [entries, mails] = await Promise.all([
      asked.kind === 'mail' ? [] : this.entries(campaign, scope, asked, from, wanted),
      asked.kind === undefined || asked.kind === 'mail' ? this.told(campaign, scope, asked, from, wanted) : [],
    ]);
    const merged = [...entries, ...mails].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
    const items = merged.slice(0, asked.limit);
    const shown = items.map(({ at, kind }) => ({ at, mail: kind === 'mail' }));
    return {
      now: now.toISOString(),
      campaign: {
        id,
        name: campaign.plan.name,
        state: campaign.state,
        stateText: say(`state.${campaign.state}` as MessageCode),
        suspended: campaign.suspended,
      },
      about: scope.about,
      acts: actsOf(reader, campaign),
      items,
      next: merged.length > items.length && items.length > 0 ? cursorAfter(shown, from) : null,
    };
  }

  async units(campaign: string): Promise<CampaignUnits> {
    const ids = await this.store.obligations.distinct('subject', { campaign } as never);
    const names = await this.names.units(ids);
    const items = ids.map((id) => ({ id, name: names.get(id) ?? id }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1)) };
  }

  private async entries(campaign: CampaignDoc, scope: HistoryScope, asked: Asked, from: LineCursor, limit: number) {
    const ofKind = asked.kind && asked.kind !== 'mail' ? { type: { $in: typesOf(asked.kind) } } : {};
    const filter = { $and: [{ book: campaign._id, ...ofKind }, scope.journal, within(asked.day), until(from)] };
    const found = (await this.store.journal
      .find(filter as never)
      .sort({ at: -1, seq: -1 })
      .skip(from.entries)
      .limit(limit)
      .toArray()) as unknown as JournalDoc[];
    const about = found.map((entry) => aboutOf(entry, campaign));
    const [units, posts, persons, notes] = await Promise.all([
      this.names.units(about.flatMap(({ unit }) => unit ?? [])),
      this.names.posts(found.flatMap(({ actor }) => actor.post ?? [])),
      this.names.persons(found.flatMap(({ actor }) => actor.person ?? [])),
      this.names.notes(found.flatMap(({ data }) => noteOf(data) ?? [])),
    ]);
    return found.map((entry, n): HistoryLine => {
      const { unit, title, round, obligation } = about[n]!;
      const { post, person } = entry.actor;
      return {
        ...{ id: entry._id, at: entry.at.toISOString(), kind: groupOf(entry.type) },
        text: timelineSentence(entry, title),
        ...{ post, postTitle: post && (posts.get(post) ?? post), personName: person && (persons.get(person) ?? null) },
        ...{ unit, unitName: unit && (units.get(unit) ?? unit), reason: notes.get(noteOf(entry.data) ?? '') ?? null },
        ...{ round, obligation, fate: [], trouble: groupOf(entry.type) === 'care' },
      };
    });
  }

  private told(campaign: CampaignDoc, scope: HistoryScope, asked: Asked, from: LineCursor, limit: number) {
    const filter = { $and: [{ campaign: campaign._id }, scope.notices, within(asked.day), until(from)] };
    const query = { filter, skip: from.notices, limit };
    return scope.narrow ? this.mails.each(query, campaign) : this.mails.counted(query, campaign);
  }
}

/** The local day. */
const within = (day: string | undefined): Filter =>
  day === undefined ? {} : { at: { $gte: instantAt(day), $lte: endOfDay(day) } };

/** What stands at the very instant of the cursor is skipped by number. */
const until = ({ at }: LineCursor): Filter => (at === null ? {} : { at: { $lte: at } });

const noteOf = (data: Record<string, unknown>): string | undefined => (data.note as { id?: string } | undefined)?.id;

/** Ids of obligations are (campaign, step, kind, subject, line), of rounds (campaign, step, level, collector). */
function aboutOf({ subject, data }: JournalDoc, { plan }: CampaignDoc) {
  const parts = subject.split('.');
  const step = (data.step as string | undefined) || parts[1];
  const title = plan.steps.find(({ id }) => id === step)?.title ?? '';
  return {
    unit: parts[3] ?? null,
    title,
    round: parts.length === 4 ? subject : null,
    obligation: parts.length >= 5 ? subject : null,
  };
}

/** What the reader may do with the campaign as it stands; the command itself judges again. */
function actsOf(reader: SignedIn, { plan, state, suspended }: CampaignDoc): CampaignAct[] {
  const running = state === 'launched' || state === 'concluded';
  const now: Record<CampaignAct, boolean> = {
    nudge: running,
    suspend: running && !suspended,
    resume: suspended && running,
    cancel: running || state === 'draft',
  };
  return campaignActs.filter((act) => now[act] && may(reader, act, { kind: 'campaign', bodies: plan }) === null);
}
