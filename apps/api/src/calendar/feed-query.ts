import { Injectable } from '@nestjs/common';
import { filterOf, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import { deadlineDays, localDateOf, type DeadlineDay, type PostRole } from '#libs/domain';
import { calendarFeed, tokenHash } from '#libs/feeds';
import { ruleBook } from '#libs/rules';
import { organisationOn, Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';

/** More open work than one post has. */
const MOST = 1000;
const OFFICERS: PostRole[] = ['focal', 'head', 'chair'];

type Owed = Pick<ObligationDoc, '_id' | 'campaign' | 'subject' | 'title' | 'clock'>;

/** The calendar of a post: what its unit owes, what waits for its review, what it was named for itself. */
@Injectable()
export class FeedQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** @returns null for a token that opens nothing, also when its post is gone */
  async feed(token: string): Promise<string | null> {
    const known = await this.store.calendarTokens.findOne({ hash: tokenHash(token) });
    if (!known) return null;
    const at = await this.clock.now();
    const organisation = await organisationOn(this.store, localDateOf(at));
    const post = organisation.post(known._id);
    if (!post) return null;
    const { unit, role } = post;
    const days = await this.days({ person: null, post: post._id, unit, role, above: [] }, role);
    return calendarFeed(post.title, days, at);
  }

  private async days(reader: SignedIn, role: PostRole): Promise<DeadlineDay[]> {
    const owed = [{ state: { $in: ['scheduled', 'open', 'returned'] } }, filterOf(reader, 'submit', 'obligation')];
    const queue = [{ state: { $in: ['submitted', 'received'] } }, filterOf(reader, 'review', 'obligation')];
    const filter = { $or: [{ $and: owed }, ...(OFFICERS.includes(role) ? [{ $and: queue }] : [])] };
    const projection = { campaign: 1, subject: 1, title: 1, clock: 1 };
    const found = (await this.store.obligations
      .find(filter as never, { projection })
      .sort({ 'clock.dueAt': 1, _id: 1 })
      .limit(MOST)
      .toArray()) as unknown as Owed[];
    const standing = await this.standing(found);
    const standingWork = found.filter(({ campaign }) => standing.has(campaign));
    const units = await this.names.units(standingWork.map(({ subject }) => subject));
    return standingWork.flatMap((one) =>
      deadlineDays(one, units.get(one.subject) ?? one.subject, ruleBook.calendar(one.clock.calendar)),
    );
  }

  /** Suspended and cancelled campaigns ask nothing of anybody. */
  private async standing(owed: Owed[]): Promise<Set<string>> {
    const filter = {
      _id: { $in: [...new Set(owed.map(({ campaign }) => campaign))] },
      state: { $ne: 'cancelled' },
      suspended: { $ne: true },
    };
    const found = await this.store.campaigns.find(filter as never, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }
}
