import { z } from 'zod';

/** Instants as ISO strings in UTC; days as `YYYY-MM-DD`. */
const instant = z.string();
const instantOrNull = instant.nullable();

const stepView = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'opened', 'finished', 'skipped']),
    at: instantOrNull,
    finishedAt: instantOrNull,
    /** Why it was skipped, or will be. */
    ground: z.string().nullable(),
    /** Fixed opening day, for steps still waiting. */
    opens: z.string().nullable(),
    /** Titles of steps it waits for. */
    waitsFor: z.array(z.string()),
    /** It was due and could not be opened: since when, and why in words. A nudge has it tried again. */
    stuck: z.object({ since: instant, text: z.string() }).nullable(),
  })
  .meta({ id: 'StepView' });
export type StepView = z.infer<typeof stepView>;

const campaignCounts = z
  .object({ expected: z.int(), onTime: z.int(), late: z.int(), overdue: z.int(), open: z.int() })
  .meta({ id: 'CampaignCounts' });

const suspensionView = z
  .object({
    n: z.int(),
    from: instant,
    by: z.string(),
    to: instantOrNull,
    resumedBy: z.string().nullable(),
    shift: z.enum(['keep', 'by_suspension']).nullable(),
    document: z.object({ number: z.string(), date: z.string() }).nullable(),
  })
  .meta({ id: 'SuspensionView' });

export const campaignView = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.string(),
    stateText: z.string(),
    suspended: z.boolean(),
    /** Ledger of suspensions, earliest first; `to` is null while one lasts. */
    suspensions: z.array(suspensionView),
    start: z.string(),
    end: z.string(),
    launchingUnit: z.string(),
    standingBody: z.string(),
    launchedAt: instantOrNull,
    concludedAt: instantOrNull,
    closedAt: instantOrNull,
    revision: z.int(),
    steps: z.array(stepView),
    counts: campaignCounts,
  })
  .meta({ id: 'CampaignView' });
export type CampaignView = z.infer<typeof campaignView>;

const lateView = z
  .object({
    obligation: z.string(),
    campaign: z.string(),
    unit: z.string(),
    unitName: z.string(),
    title: z.string(),
    state: z.string(),
    stateText: z.string(),
    dueAt: instant,
    daysLate: z.int(),
    level: z.string(),
    /** Day until which the unit declared a delay, if it did. */
    declaredDay: z.string().nullable(),
  })
  .meta({ id: 'LateView' });
export type LateView = z.infer<typeof lateView>;

const eventView = z
  .object({
    id: z.string(),
    at: instant,
    type: z.string(),
    /** A sentence in Vietnamese. */
    text: z.string(),
    post: z.string().nullable(),
    postTitle: z.string().nullable(),
    /** Who acted for the post; null for the engine, and where nobody was signed in as a person. */
    person: z.string().nullable(),
    personName: z.string().nullable(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    reason: z.string().nullable(),
    obligation: z.string().nullable(),
  })
  .meta({ id: 'EventView' });
export type EventView = z.infer<typeof eventView>;

/** Something the engine will do by itself if nobody acts. */
const comingView = z.object({ at: instantOrNull, text: z.string() }).meta({ id: 'ComingView' });
export type ComingView = z.infer<typeof comingView>;

export const timelineView = z
  .object({ now: instant, items: z.array(eventView), coming: z.array(comingView), next: z.string().nullable() })
  .meta({ id: 'TimelineView' });
export type TimelineView = z.infer<typeof timelineView>;

export const overviewView = z.object({ now: instant, campaigns: z.array(campaignView) }).meta({ id: 'OverviewView' });
export type OverviewView = z.infer<typeof overviewView>;

const pageOf = (item: z.ZodType, id: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });
export const campaignPage = pageOf(campaignView, 'CampaignPage');
export const latePage = pageOf(lateView, 'LatePage');

/** One page of a list; `next` is the cursor of the page after it. */
export interface PageOf<T> {
  items: T[];
  next: string | null;
}
