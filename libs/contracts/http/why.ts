import { z } from 'zod';
import { day, post } from './primitives.js';

/** `post`: whom it asks about; else the post that answers for the obligation. */
export const whyQuery = z.strictObject({ day, post: post.optional() });
export type WhyAsked = z.infer<typeof whyQuery>;

export const whyView = z
  .object({
    obligation: z.string(),
    day: z.string(),
    post: z.string(),
    /** A mail with a notice of it left for this post that day. */
    told: z.boolean(),
    code: z.string(),
    /** A sentence in Vietnamese. */
    text: z.string(),
    data: z.record(z.string(), z.string()),
  })
  .meta({ id: 'WhyView' });
export type WhyView = z.infer<typeof whyView>;
