import { z } from 'zod';
import { day } from './primitives.js';

/** `launch`: the day on which it is launched, where that is not known yet; `posts=1`: names every post. */
export const forecastQuery = z.strictObject({ launch: day.optional(), posts: z.enum(['0', '1']).optional() });
export type ForecastQuery = z.infer<typeof forecastQuery>;

const count = z.int();
const posts = z.array(z.string()).optional();

const ownerView = z
  .object({
    /** The post, where it is one. */
    post: z.string().nullable(),
    /** Role of the posts, where it is the same for all. */
    role: z.string().nullable(),
    count,
    posts,
  })
  .meta({ id: 'ForecastOwner' });

const recipientsView = z
  .object({
    /** Notices by audience. */
    audiences: z.record(z.string(), count),
    /** Number of posts written to. */
    count,
    posts,
  })
  .meta({ id: 'ForecastRecipients' });

const lettersView = z.object({ sent: count, failed: count, withdrawn: count }).meta({ id: 'ForecastLetters' });

/** `text` is a sentence; `code` is one of a few words. */
const warningView = z.object({ code: z.string(), text: z.string() }).meta({ id: 'ForecastWarning' });

export const forecastEntryView = z
  .object({
    at: z.string(),
    /** Null where it concerns the whole campaign. */
    step: z.string().nullable(),
    kind: z.string(),
    text: z.string(),
    level: z.string().nullable(),
    rung: z.string().nullable(),
    /** The rung in words. */
    rungText: z.string().nullable(),
    obligations: count,
    rounds: count,
    owner: ownerView.nullable(),
    recipients: recipientsView.nullable(),
    /** Of mail only. */
    letters: lettersView.nullable(),
    /** Of an opening only. */
    dates: z
      .object({
        cutoff: z.string().nullable(),
        dueAt: z.string(),
        graceUntil: z.string().nullable(),
        lockAt: z.string().nullable(),
      })
      .nullable(),
    warning: z.array(warningView).nullable(),
  })
  .meta({ id: 'ForecastEntry' });
export type ForecastEntryView = z.infer<typeof forecastEntryView>;

export const forecastView = z
  .object({ campaign: z.string(), launchedAt: z.string(), items: z.array(forecastEntryView) })
  .meta({ id: 'Forecast' });
export type ForecastView = z.infer<typeof forecastView>;
