import { z } from 'zod';
import { planAnswers } from './plan-answers.js';

const postReach = z
  .object({
    id: z.string(),
    role: z.string(),
    title: z.string(),
    /** Why mail does not reach it: `vacant`, `no-mailbox`; null where it does. */
    fault: z.enum(['vacant', 'no-mailbox']).nullable(),
  })
  .meta({ id: 'PostReach' });

/** The units an officer may choose from, on the campaign's first day, with their posts. */
export const preparationUnitsView = z
  .object({
    on: z.string(),
    root: z.object({ id: z.string(), name: z.string() }),
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        kindText: z.string(),
        /** Unit above it; the first are those below the root, and the root itself with null. */
        parent: z.string().nullable(),
        groups: z.array(z.string()),
        posts: z.array(postReach),
      }),
    ),
  })
  .meta({ id: 'PreparationUnits' });
export type PreparationUnitsView = z.infer<typeof preparationUnitsView>;

/**
 * `known`: answers as they stand, with what the text says for certain, the copy and the defaults. `offered`: what the product would answer;
 * nothing of it holds before an officer says it.
 */
export const offerView = z
  .object({ preparation: z.string(), known: planAnswers.omit({ laidOut: true }), offered: planAnswers })
  .meta({ id: 'PreparationOffer' });
export type OfferView = z.infer<typeof offerView>;

const count = z.int();

/** What the campaign comes to by day and by post where nobody acts. */
export const loadView = z
  .object({
    launchedAt: z.string(),
    /** Units that take part. */
    participants: count,
    /** The first morning on which mail leaves. */
    firstMail: z.object({ day: z.string(), letters: count }).nullable(),
    days: z.array(z.object({ day: z.string(), letters: count, undelivered: count, opened: count, due: count })),
    /** The posts with the most to do. */
    posts: z.array(
      z.object({ post: z.string(), title: z.string(), unitName: z.string(), opened: count, letters: count }),
    ),
  })
  .meta({ id: 'PreparationLoad' });
export type LoadView = z.infer<typeof loadView>;
