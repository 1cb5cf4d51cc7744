import { Injectable } from '@nestjs/common';
import { filterOf, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { WorkItem, WorkView } from '#libs/contracts/http/index.js';
import { say, urgencies, urgencyOf, type MessageCode } from '#libs/domain';
import { calendarOfPlace } from '#libs/rules';
import { Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { ReviewQueueQuery } from '../review/review-queue-query.js';

/** Pieces of work on one list; more than that is a list of its own. */
const SHOWN = 300;
/** Finished work stays in sight that long, ms. */
const DONE_FOR_MS = 7 * 24 * 3_600_000;
/** A badge says "1000+" at most. */
const COUNTED = 1_000;

const LISTED = {
  campaign: 1,
  kind: 1,
  title: 1,
  subject: 1,
  state: 1,
  worksAt: 1,
  'clock.dueAt': 1,
  'clock.graceUntil': 1,
  'clock.lockAt': 1,
  'clock.calendar': 1,
  'clock.delay': 1,
  submittedAt: 1,
  onTime: 1,
  returns: 1,
} as const;

/** What a post answers for, most pressing first. */
@Injectable()
export class WorkQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly queue: ReviewQueueQuery,
  ) {}

  async mine(actor: SignedIn): Promise<WorkView> {
    const now = await this.clock.now();
    const { post, unit, person } = actor;
    const answered = filterOf(actor, 'answer', 'obligation');
    const recent = {
      state: { $in: ['accepted', 'done'] },
      submittedAt: { $gte: new Date(now.getTime() - DONE_FOR_MS) },
    };
    const found = (await this.store.obligations
      .find({ $and: [answered, { $or: [{ settled: false }, recent] }] } as never, { projection: LISTED })
      .sort({ 'clock.dueAt': 1, _id: 1 })
      .limit(SHOWN + 1)
      .toArray()) as unknown as ObligationDoc[];
    const shown = found.slice(0, SHOWN);
    const [items, units, posts, toReview, unread] = await Promise.all([
      this.items(shown, now),
      this.names.units([unit]),
      this.names.posts([post]),
      this.queue.count(actor, COUNTED),
      this.store.notices.countDocuments(
        { post, state: { $ne: 'withdrawn' }, readAt: { $exists: false } },
        { limit: COUNTED },
      ),
    ]);
    return {
      now: now.toISOString(),
      post,
      postTitle: posts.get(post) ?? post,
      person,
      unitName: units.get(unit) ?? unit,
      items,
      truncated: found.length > SHOWN,
      counts: { toReview, unread },
    };
  }

  private async items(found: ObligationDoc[], now: Date): Promise<WorkItem[]> {
    const ids = found.map(({ _id }) => _id);
    const [units, campaigns, drafts] = await Promise.all([
      this.names.units(found.map(({ subject }) => subject)),
      this.names.campaigns(found.map(({ campaign }) => campaign)),
      this.store.drafts.find({ _id: { $in: ids } }, { projection: { at: 1 } }).toArray(),
    ]);
    const saved = new Map(drafts.map(({ _id, at }) => [_id, at]));
    const items = found.map(({ _id, clock, worksAt, ...owed }): WorkItem => {
      const calendar = calendarOfPlace(worksAt?.owner ?? { calendar: clock.calendar, area: [] });
      return {
        id: _id,
        campaign: owed.campaign,
        campaignName: campaigns.get(owed.campaign) ?? owed.campaign,
        kind: owed.kind,
        title: owed.title,
        unit: owed.subject,
        unitName: units.get(owed.subject) ?? owed.subject,
        state: owed.state,
        stateText: say(`state.${owed.state}` as MessageCode),
        ...urgencyOf({ state: owed.state, dueAt: clock.dueAt, graceUntil: clock.graceUntil }, now, calendar),
        dueAt: clock.dueAt.toISOString(),
        graceUntil: clock.graceUntil?.toISOString() ?? null,
        lockAt: clock.lockAt?.toISOString() ?? null,
        submittedAt: owed.submittedAt?.toISOString() ?? null,
        onTime: owed.onTime,
        returns: owed.returns,
        savedAt: saved.get(_id)?.toISOString() ?? null,
        declaredDay: clock.delay?.lastDay ?? null,
      };
    });
    return items.sort((a, b) => urgencies.indexOf(a.group) - urgencies.indexOf(b.group)); // stable: by due instant within a group
  }
}
