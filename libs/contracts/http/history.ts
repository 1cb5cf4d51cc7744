import { z } from 'zod';
import { eventGroups } from '#libs/domain/timeline/event-types.js';
import { code, day, id } from './primitives.js';
import { pageQuery } from './queries.js';
import { whyView } from './why.js';

/** By what a line of time is filtered: a group of events, or mail. */
export const historyKinds = [...eventGroups, 'mail'] as const;
export type HistoryKind = (typeof historyKinds)[number];

const scope = { unit: code.optional(), round: id.optional(), obligation: id.optional() };

/** A campaign's line of time, or that of one unit, round or obligation in it; of one kind or one day. */
export const historyQuery = z.strictObject({
  ...pageQuery.shape,
  ...scope,
  kind: z.enum(historyKinds).optional(),
  day: day.optional(),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

/** What will happen within so many days, today counted. */
export const aheadQuery = z.strictObject({ ...scope, days: z.coerce.number().int().min(1).max(92).default(8) });
export type AheadQuery = z.infer<typeof aheadQuery>;

export const dayWhyQuery = z.strictObject({ unit: code, day });
export type DayWhyQuery = z.infer<typeof dayWhyQuery>;

const textOrNull = z.string().nullable();

/** Something that happened, or a notice and what became of it; many notices of one act are one line. */
const historyLine = z
  .object({
    id: z.string(),
    at: z.string(),
    /** Null for an event of a book that is older than the list of kinds. */
    kind: z.enum(historyKinds).nullable(),
    /** A sentence in Vietnamese. */
    text: z.string(),
    post: textOrNull,
    postTitle: textOrNull,
    personName: textOrNull,
    unit: textOrNull,
    unitName: textOrNull,
    reason: textOrNull,
    round: textOrNull,
    obligation: textOrNull,
    /** Of notices: what became of their mail, one sentence each. */
    fate: z.array(z.string()),
    /** True where one of its mails needs somebody: failed, came back, or nobody knows. */
    trouble: z.boolean(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof historyLine>;

/** What the reader may do with a campaign as it stands. */
export const campaignActs = ['nudge', 'suspend', 'resume', 'cancel'] as const;
export type CampaignAct = (typeof campaignActs)[number];

export const historyView = z
  .object({
    now: z.string(),
    campaign: z.object({
      id: z.string(),
      name: z.string(),
      state: z.string(),
      stateText: z.string(),
      suspended: z.boolean(),
    }),
    /** What the line is about, in words; null for the whole campaign. */
    about: textOrNull,
    acts: z.array(z.enum(campaignActs)),
    items: z.array(historyLine),
    next: textOrNull,
  })
  .meta({ id: 'HistoryView' });
export type HistoryView = z.infer<typeof historyView>;

/** Units that owe something in a campaign, by name: what a line of time can be narrowed to. */
export const campaignUnits = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'CampaignUnits' });
export type CampaignUnits = z.infer<typeof campaignUnits>;

/** Something the engine will do by itself if nobody acts. */
const aheadLine = z
  .object({ at: z.string(), act: z.string(), text: z.string(), count: z.int(), unitName: textOrNull })
  .meta({ id: 'AheadLine' });

export const aheadView = z
  .object({
    now: z.string(),
    until: z.string(),
    /** Why nothing will happen; null while the campaign runs. */
    silent: textOrNull,
    days: z.array(z.object({ day: z.string(), items: z.array(aheadLine) })),
    /** Steps without a day: what each waits for, in words. */
    waiting: z.array(z.string()),
  })
  .meta({ id: 'AheadView' });
export type AheadView = z.infer<typeof aheadView>;

/** Why a unit was or was not reminded on a day: an answer for each of its duties that stood open or should have. */
export const dayWhyView = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    day: z.string(),
    items: z.array(whyView.extend({ title: z.string(), stateText: z.string() })),
  })
  .meta({ id: 'DayWhyView' });
export type DayWhyView = z.infer<typeof dayWhyView>;
