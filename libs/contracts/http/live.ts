import { z } from 'zod';

/** Of what a reader has lists: the own work, what waits for review, notices. */
export const liveTopics = ['work', 'queue', 'notices'] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** That something changed, never what: the console asks again, and is shown what it may see. */
export const liveView = z
  .object({
    about: z.array(z.enum(liveTopics)),
    /** Campaigns in which something changed that the reader may read. */
    campaigns: z.array(z.string()),
  })
  .meta({ id: 'LiveView' });
export type LiveView = z.infer<typeof liveView>;
