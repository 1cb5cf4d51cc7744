import { Injectable } from '@nestjs/common';
import { may, type Action, type CampaignBodies, type SignedIn, type Subject } from '#libs/access';
import type { LiveTopic } from '#libs/contracts/http/index.js';
import { planOf, Store, type CovenantDoc, type ObligationDoc, type SessionDoc } from '#libs/store';
import type { Touched } from './touched.js';

/** Papers judged one by one; where more changed at once everybody asks again. */
const JUDGED = 5_000;
const FACTS = {
  ...{ campaign: 1, subject: 1, answeringUnit: 1, answeringPost: 1, receiver: 1, ancestors: 1 },
  ...{ 'difficulty.owners': 1 },
} as const;

type Owed = Pick<ObligationDoc, '_id' | 'campaign' | 'subject' | 'answeringUnit' | 'answeringPost' | 'receiver'> &
  Pick<ObligationDoc, 'ancestors' | 'difficulty'>;

/** What of a reader's changed. */
export class News {
  readonly about = new Set<LiveTopic>();
  readonly campaigns = new Set<string>();
}

/** Whom a change concerns, by the one policy: who may not read a paper hears nothing of it. */
@Injectable()
export class LiveNews {
  constructor(private readonly store: Store) {}

  /** @returns null where more changed than is worth judging */
  async of(touched: Touched, readers: readonly SignedIn[]): Promise<Map<SignedIn, News> | null> {
    const papers = await this.papers(touched);
    if (touched.unsure || papers.length > JUDGED) return null;
    const all = new Map<SignedIn, News>();
    const newsOf = (reader: SignedIn): News => all.get(reader) ?? all.set(reader, new News()).get(reader)!;
    for (const reader of readers) if (touched.notified.has(reader.post)) newsOf(reader).about.add('notices');
    await this.ofPapers(papers, readers, newsOf);
    await this.ofSessions([...touched.documents.sessions], readers, newsOf);
    for (const id of touched.documents.campaigns) {
      const subject = { kind: 'campaign', bodies: await planOf(this.store, id) } as const;
      for (const reader of readers.filter((one) => allows(one, 'read', subject))) {
        newsOf(reader).campaigns.add(id);
        newsOf(reader).about.add('work').add('queue');
      }
    }
    return all;
  }

  private async ofPapers(papers: Owed[], readers: readonly SignedIn[], newsOf: (reader: SignedIn) => News) {
    const near = new Map<string, SignedIn[]>();
    for (const reader of readers) {
      const place = reader.role === 'administrator' ? '' : reader.unit;
      near.set(place, [...(near.get(place) ?? []), reader]);
    }
    for (const owed of papers) {
      const bodies: CampaignBodies = await planOf(this.store, owed.campaign);
      const subject: Subject = { ...owed, kind: 'obligation', bodies };
      // no rule lets somebody read a paper of units that it does not name; it spares judging a thousand readers for each
      for (const unit of unitsOf(owed, bodies))
        for (const reader of near.get(unit) ?? []) {
          if (!allows(reader, 'read', subject)) continue;
          newsOf(reader).campaigns.add(owed.campaign);
          if (allows(reader, 'owe', subject)) newsOf(reader).about.add('work');
          if (allows(reader, 'review', subject)) newsOf(reader).about.add('queue');
        }
    }
  }

  private async ofSessions(ids: string[], readers: readonly SignedIn[], newsOf: (reader: SignedIn) => News) {
    if (ids.length === 0) return;
    const found = (await this.store.sessions
      .find({ _id: { $in: ids } }, { projection: { campaign: 1, secretary: 1, members: 1 } })
      .toArray()) as unknown as Pick<SessionDoc, 'campaign' | 'secretary' | 'members'>[];
    for (const { campaign, secretary, members } of found) {
      const subject = { kind: 'session', bodies: await planOf(this.store, campaign), secretary, members } as const;
      for (const reader of readers) if (allows(reader, 'read', subject)) newsOf(reader).campaigns.add(campaign);
    }
  }

  /** The papers that changed, those of rounds in which the engine acted, and those that a covenant binds; one more than are judged. */
  private async papers({ documents: { obligations, rounds, covenants } }: Touched): Promise<Owed[]> {
    const ids = [...obligations, ...(await this.signed([...covenants]))];
    if (ids.length + rounds.size === 0) return [];
    const filter = { $or: [{ _id: { $in: ids } }, { round: { $in: [...rounds] } }] };
    return await this.store.obligations
      .find(filter as never, { projection: FACTS })
      .limit(JUDGED + 1)
      .toArray();
  }

  private async signed(covenants: string[]): Promise<string[]> {
    if (covenants.length === 0) return [];
    const found = (await this.store.covenants
      .find({ _id: { $in: covenants } }, { projection: { 'signatories.obligation': 1 } })
      .toArray()) as unknown as Pick<CovenantDoc, 'signatories'>[];
    return found.flatMap(({ signatories }) => signatories.map(({ obligation }) => obligation));
  }
}

const allows = (reader: SignedIn, action: Action, subject: Subject): boolean => may(reader, action, subject) === null;

/** With administrators, who stand under no unit here. */
function unitsOf(
  { subject, answeringUnit, receiver, ancestors, difficulty }: Owed,
  bodies: CampaignBodies,
): Set<string> {
  const had = difficulty?.owners.map(({ unit }) => unit) ?? [];
  const { launchingUnit, standingBody } = bodies;
  return new Set(['', subject, answeringUnit, receiver, ...ancestors, ...had, launchingUnit, standingBody]);
}
