import { localDateOf, recompute, type CampaignPlan, type Recomputed, type StepRecord } from '#libs/domain';
import { ruleBookOf, type CalendarBook } from '#libs/rules';
import type { CampaignDoc, ObligationDoc, Store } from '#libs/store';
import { derivedFields } from './derived-fields.js';
import { guardedWrite } from './guarded-write.js';

export type MovedClock = Pick<Recomputed, 'obligation' | 'before' | 'after'>;

interface Change {
  old: CalendarBook;
  next: CalendarBook;
  now: Date;
  by: string;
  source: string;
}

/** Obligations decided side by side; their writes share trips to the database. */
const PAGE = 500;

/** Campaigns in which nobody owes anything any more. */
const OVER = ['closed', 'cancelled'];

/** What a changed calendar would move; nothing is written. */
export async function clocksMoved(store: Store, change: Change): Promise<MovedClock[]> {
  const found: MovedClock[] = [];
  for await (const { obligation, campaign } of openObligations(store)) {
    const moved = judged(obligation, campaign, change);
    if (moved) found.push(shown(moved));
  }
  return found;
}

/**
 * Moves every clock that counts by the calendar, each in one guarded write with its event. Repeatable: what was moved is under the key of
 * this version, and the old count no longer gives its instant.
 */
export async function moveClocks(store: Store, change: Change & { version: number }): Promise<MovedClock[]> {
  const moved: MovedClock[] = [];
  let page: Promise<MovedClock | null>[] = [];
  const land = async () => {
    for (const one of await Promise.all(page)) if (one) moved.push(one);
    page = [];
  };
  for await (const { obligation, campaign } of openObligations(store)) {
    if (judged(obligation, campaign, change)) page.push(move(store, obligation._id, campaign, change));
    if (page.length >= PAGE) await land();
  }
  await land();
  await pinAgain(store, change);
  return moved;
}

/**
 * Clocks that the new version gives the same instants: they stand by it from now on. No event, because nothing happened to anybody; the
 * version of each document grows, so that a command decided on the older clock decides again.
 */
async function pinAgain(store: Store, { next, now }: Change): Promise<void> {
  const running = await store.campaigns.distinct('_id', { state: { $nin: OVER } } as never);
  const { version } = next.byId('vn-5d'); // all kinds of a book bear the same
  const open = {
    campaign: { $in: running },
    settled: false,
    state: { $ne: 'parked' },
    // what began meanwhile was computed by whoever began it
    $or: [{ state: 'scheduled' }, { 'clock.opensAt': { $lte: now } }],
    'clock.pins.calendar': { $exists: true, $ne: version },
  };
  const again = { $set: { 'clock.pins.calendar': version }, $inc: { version: 1 } };
  await store.obligations.updateMany(open as never, again as never);
}

type Campaign = { plan: CampaignPlan; steps: StepRecord[]; launchedAt: Date | null };

async function* openObligations(store: Store): AsyncGenerator<{ obligation: ObligationDoc; campaign: Campaign }> {
  const campaigns = await store.campaigns
    .find({ state: { $nin: OVER } } as never, {
      projection: { plan: 1, steps: 1, launchedAt: 1 },
    })
    .toArray();
  for (const campaign of campaigns as unknown as CampaignDoc[]) {
    const open = store.obligations.find({ campaign: campaign._id, settled: false } as never, {
      projection: { pending: 0, commands: 0 },
    });
    for await (const obligation of open) yield { obligation: obligation, campaign };
  }
}

function judged(
  o: ObligationDoc,
  { plan, steps, launchedAt }: Campaign,
  { old, next, now, by, source }: Change,
): Recomputed | null {
  const spec = plan.steps.find(({ id }) => id === o.step);
  const openedAt = steps.find(({ id }) => id === o.step)?.at;
  const origins = [
    spec?.opens,
    openedAt && localDateOf(openedAt),
    localDateOf(o.clock.opensAt),
    launchedAt && localDateOf(launchedAt),
  ];
  return recompute(o, {
    now,
    before: ruleBookOf(old),
    after: ruleBookOf(next),
    duty: spec?.duties.find(({ level, kind }) => level === o.level && kind === o.kind),
    origins: origins.filter((day) => typeof day === 'string'),
    by,
    source,
  });
}

const shown = ({ obligation, before, after }: Recomputed): MovedClock => ({ obligation, before, after });

async function move(
  store: Store,
  id: string,
  campaign: Campaign,
  change: Change & { version: number },
): Promise<MovedClock | null> {
  let made: Recomputed | null = null;
  const input = {
    key: `calendar-v${change.version}`,
    post: change.by,
    body: { id, version: change.version },
    at: change.now,
  };
  await guardedWrite<ObligationDoc, { obligation: string }>(store, 'obligations', id, input, (o) => {
    made = judged(o, campaign, change);
    const next = made?.next ?? {};
    return {
      refused: false,
      next: { ...next, ...derivedFields(o, next) },
      events: made?.events ?? [],
      receipt: { obligation: id },
    };
  });
  return made && shown(made);
}
