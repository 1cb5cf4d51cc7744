import { z } from 'zod';
import { revision } from './primitives.js';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'phải là giờ dạng HH:mm, ví dụ 07:30' });
const frequency = z.enum(['daily', 'twice_a_week', 'weekly']);

/** What is left out stays as it is. */
export const preferenceBody = z
  .strictObject({ revision: revision.optional(), digestAt: hour.optional(), frequency: frequency.optional() })
  .refine(({ digestAt, frequency: often }) => digestAt !== undefined || often !== undefined, {
    error: 'phải có digestAt hoặc frequency',
  })
  .meta({ id: 'PreferenceBody' });
export type PreferenceBody = z.infer<typeof preferenceBody>;

export const preferenceView = z
  .object({
    /** 0: nothing was chosen yet. */
    revision: z.int(),
    digestAt: hour,
    frequency,
    at: z.string().nullable(),
    /** What may be chosen. */
    earliest: hour,
    latest: hour,
    stepMinutes: z.int(),
    frequencies: z.array(z.object({ id: frequency, text: z.string() })),
    /** What comes whatever was chosen, in words. */
    floor: z.string(),
    budget: z.object({ instantsADay: z.int(), digestsADay: z.int(), mailsAWeek: z.int() }),
  })
  .meta({ id: 'PreferenceView' });
export type PreferenceView = z.infer<typeof preferenceView>;
