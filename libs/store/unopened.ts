import {
  localDateOf,
  statesOfPhase,
  unopenedMail,
  type Obligation,
  type Unopened,
  type WorkCalendar,
} from '#libs/domain';
import type { NoticeDoc } from './mail-documents.js';
import type { Store } from './store.js';

/** Mails older than this say nothing of today, days. */
const LOOKED_BACK = 90;
const DAY_MS = 86_400_000;

type Told = Pick<NoticeDoc, 'post' | 'obligation' | 'phase' | 'at'>;

/**
 * Posts whose mail about work that still waits for them goes unopened. Opened is a notice read in the console or a link of a mail
 * used; both are kept as the notice's `readAt`.
 * @param scope which campaigns' notices count  @param days working days that a mail may stay unopened
 */
export async function unopenedPosts(
  store: Store,
  scope: Record<string, unknown>,
  now: Date,
  calendar: WorkCalendar,
  days: number,
): Promise<Map<string, Unopened>> {
  const since = new Date(now.getTime() - LOOKED_BACK * DAY_MS);
  const sent = { ...scope, state: 'sent', at: { $gte: since } };
  const projection = { post: 1, obligation: 1, phase: 1, at: 1 };
  const unread = (await store.notices
    .find({ ...sent, readAt: { $exists: false } } as never, { projection })
    .toArray()) as unknown as Told[];
  const waiting = await stillWaiting(store, unread);
  const posts = [...new Set(waiting.map(({ post }) => post))];
  const signs = await lastSigns(store, posts);
  // several lines of one morning are one mail
  const mornings = new Map<string, Map<string, Date>>(posts.map((post) => [post, new Map()]));
  for (const { post, at } of waiting) mornings.get(post)!.set(localDateOf(at), at);
  const found = new Map<string, Unopened>();
  for (const [post, mails] of mornings) {
    const unopened = unopenedMail([...mails.values()], signs.get(post) ?? null, now, calendar, days);
    if (unopened) found.set(post, unopened);
  }
  return found;
}

/** Notices whose work is still in the state that they spoke of. */
async function stillWaiting(store: Store, told: Told[]): Promise<Told[]> {
  const ids = [...new Set(told.map(({ obligation }) => obligation))];
  const found = (await store.obligations
    .find({ _id: { $in: ids } }, { projection: { state: 1 } })
    .toArray()) as unknown as (Pick<Obligation, 'state'> & { _id: string })[];
  const states = new Map(found.map(({ _id, state }) => [_id, state]));
  return told.filter(
    ({ phase, obligation }) =>
      phase !== 'decision' &&
      phase !== 'request' &&
      (statesOfPhase[phase] as readonly unknown[]).includes(states.get(obligation)),
  );
}

/** When a post last showed that it reads. */
async function lastSigns(store: Store, posts: string[]): Promise<Map<string, Date>> {
  const read = await store.notices
    .aggregate<{ _id: string; at: Date }>([
      { $match: { post: { $in: posts }, readAt: { $exists: true } } },
      { $group: { _id: '$post', at: { $max: '$readAt' } } },
    ])
    .toArray();
  return new Map(read.map(({ _id, at }) => [_id, at]));
}
