import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { NoticePage, NoticesQuery, NoticeView } from '#libs/contracts/http/index.js';
import { rungTitle, say, type MessageCode } from '#libs/domain';
import { Store, type NoticeDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { afterNotice, noticeCursor } from './notice-cursor.js';

type Owed = Pick<ObligationDoc, '_id' | 'title' | 'subject' | 'clock'>;
type Filter = Record<string, unknown>;

const UNREAD: Filter = { readAt: { $exists: false } };
const READ: Filter = { readAt: { $exists: true } };
/** Counting stops here: a badge says "1000+" at most. */
const COUNTED = 1000;

/** What a post was told, in the console as in its mail: unread first, newest first. */
@Injectable()
export class NoticeQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async mine({ post }: SignedIn, { limit, after, state }: NoticesQuery): Promise<NoticePage> {
    const mine: Filter = { post, state: state ?? { $ne: 'withdrawn' } };
    const from = afterNotice(after);
    const unread = from.read ? [] : await this.find({ $and: [mine, UNREAD, from.filter] }, limit + 1);
    const left = limit + 1 - unread.length;
    const read = left > 0 ? await this.find({ $and: [mine, READ, from.read ? from.filter : {}] }, left) : [];
    const found = [...unread, ...read];
    const shown = found.slice(0, limit);
    const count = await this.store.notices.countDocuments({ $and: [mine, UNREAD] }, { limit: COUNTED });
    return {
      items: await this.views(shown),
      next: found.length > limit ? noticeCursor(shown.at(-1)!) : null,
      unread: count,
    };
  }

  /** Marks it as seen, once: the first instant stays. @returns null where my post has no such notice */
  async read({ post }: SignedIn, id: string): Promise<{ id: string; readAt: string } | null> {
    const mine = { _id: id, post };
    const now = await this.clock.now();
    await this.store.notices.updateOne({ ...mine, ...UNREAD }, { $set: { readAt: now } });
    const found = (await this.store.notices.findOne(mine, {
      projection: { readAt: 1 },
    })) as unknown as NoticeDoc | null;
    return found?.readAt ? { id, readAt: found.readAt.toISOString() } : null;
  }

  private async find(filter: Filter, limit: number): Promise<NoticeDoc[]> {
    const found = this.store.notices.find(filter as never).sort({ at: -1, _id: 1 });
    return await found.limit(limit).toArray();
  }

  private async views(notices: NoticeDoc[]): Promise<NoticeView[]> {
    const ids = [...new Set(notices.map(({ obligation }) => obligation))];
    const projection = { title: 1, subject: 1, clock: 1 };
    const found = (await this.store.obligations
      .find({ _id: { $in: ids } }, { projection })
      .toArray()) as unknown as Owed[];
    const owed = new Map(found.map((one) => [one._id, one]));
    const units = await this.names.units(found.map(({ subject }) => subject));
    return notices.flatMap((notice) => {
      const about = owed.get(notice.obligation);
      return about ? [viewOf(notice, about, units.get(about.subject) ?? about.subject)] : [];
    });
  }
}

function viewOf(notice: NoticeDoc, { title, subject, clock }: Owed, unitName: string): NoticeView {
  const { _id, campaign, obligation, at, state, readAt } = notice;
  const act = notice.phase === 'review' && notice.act === 'remind' ? 'review' : notice.act;
  return {
    id: _id,
    campaign,
    obligation,
    act,
    rungText: rungTitle(notice.rung),
    held: notice.holds?.length ? say(`hold.${notice.holds.at(-1)!.why}`) : null,
    text: say(`mail.subject.${act}` as MessageCode, { title, unit: unitName }),
    title,
    unit: subject,
    unitName,
    dueAt: clock.dueAt.toISOString(),
    at: at.toISOString(),
    state,
    readAt: readAt?.toISOString() ?? null,
  };
}
