import { z } from 'zod';

const instant = z.string();
const instantOrNull = instant.nullable();
const person = z.object({ post: z.string(), person: z.string().nullable() });

const value = z.looseObject({});

/** One obligation as its owner and its reviewers see it. */
export const dossierView = z
  .looseObject({
    id: z.string(),
    campaign: z.string(),
    step: z.string(),
    kind: z.string(),
    title: z.string(),
    subject: z.string(),
    unitName: z.string(),
    state: z.string(),
    stateText: z.string(),
    answeringUnit: z.string(),
    answeringPost: z.string().optional(),
    receiver: z.string(),
    ancestors: z.array(z.string()),
    /** What people have decided so far; sent back with the next act. */
    revision: z.int(),
    clock: z.looseObject({ phase: z.string(), dueAt: instant, lockAt: instantOrNull }),
    deadlines: z.array(
      z.looseObject({
        version: z.int(),
        dueAt: instant,
        kind: z.string(),
        by: z.string(),
        byTitle: z.string(),
        at: instant,
        ground: z.string(),
      }),
    ),
    extension: z
      .looseObject({
        proposedDay: z.string(),
        reason: z.string(),
        by: z.string(),
        byTitle: z.string(),
        at: instant,
        decision: value.optional(),
      })
      .nullable(),
    overdueAt: instantOrNull,
    submittedAt: instantOrNull,
    onTime: z.boolean().nullable(),
    attempt: z.int(),
    returns: z.int(),
    contentHash: z.string().nullable().optional(),
    submittedBy: person.nullable().optional(),
    enteredBy: person.nullable().optional(),
    submission: z
      .looseObject({ _id: z.string(), at: instant, by: person, contentHash: z.string(), content: value })
      .nullable(),
    notices: z.array(
      z.looseObject({
        rung: z.string(),
        rungText: z.string(),
        audience: z.string(),
        post: z.string(),
        state: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'DossierView' });
export type DossierView = z.infer<typeof dossierView>;

export const queueItem = z
  .looseObject({
    id: z.string(),
    campaign: z.string(),
    kind: z.string(),
    subject: z.string(),
    unitName: z.string(),
    title: z.string(),
    state: z.string(),
    stateText: z.string(),
    revision: z.int(),
    attempt: z.int(),
    returns: z.int(),
    nil: z.boolean(),
    onTime: z.boolean().nullable(),
    submittedAt: instantOrNull,
    /** Of the reviewer's own clock. */
    dueAt: instant,
    /** Milliseconds left, negative when it has passed. */
    left: z.number(),
    submission: z.string().nullable(),
    contentHash: z.string().nullable().optional(),
    /** A change from below that waits for a decision. */
    amendment: value.nullable(),
    /** The reader's post has opened it as it stands. */
    opened: z.boolean(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.infer<typeof queueItem>;

export const queueView = z.object({ items: z.array(queueItem), next: z.string().nullable() }).meta({ id: 'QueueView' });
export type QueueView = z.infer<typeof queueView>;

const remark = z.looseObject({
  id: z.string(),
  round: z.int(),
  path: z.string(),
  reasonText: z.string(),
  text: z.string().nullable(),
  by: z.string(),
  /** Title of the post. */
  byTitle: z.string(),
  at: instant,
  state: z.enum(['unanswered', 'answered', 'resolved']),
  replies: z.array(z.looseObject({ text: z.string().nullable(), by: z.string(), at: instant })),
});

export const roundsView = z
  .object({
    obligation: z.string(),
    /** Remarks that are not settled yet. */
    open: z.int(),
    rounds: z.array(
      z.looseObject({
        round: z.int(),
        submission: z.string(),
        hash: z.string(),
        at: instant,
        by: person,
        byTitle: z.string(),
        standing: z.boolean(),
        changes: z.array(z.looseObject({ path: z.string() })),
        remarks: z.array(remark),
      }),
    ),
  })
  .meta({ id: 'RoundsView' });
export type RoundsView = z.infer<typeof roundsView>;

export const chainView = z
  .object({
    obligation: z.string(),
    /** As it was when the report was handed in; else as it would be now. */
    pinned: z.boolean(),
    chain: z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        role: z.enum(['receiver', 'above']),
        posts: z.array(z.object({ post: z.string(), title: z.string(), name: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'ChainView' });
export type ChainView = z.infer<typeof chainView>;
