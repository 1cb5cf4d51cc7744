import { z } from 'zod';
import { documentNumber, code, day, id, reason, revision } from './primitives.js';
import { pageQuery } from './queries.js';

/** Items by key; more of them or longer ones than the rule of the day allows are faults of the report. */
const key = z
  .string()
  .max(32)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, { error: 'chỉ gồm chữ không dấu, số, gạch nối và gạch dưới' });
export const difficulties = z.record(key, reason).meta({ id: 'Difficulties' });

const seen = { revision: revision.optional() };

export const answerBody = z
  .strictObject({
    ...seen,
    text: reason,
    /** The paper it stands in, if any. */
    document: z.strictObject({ number: documentNumber, date: day }).optional(),
  })
  .meta({ id: 'AnswerBody' });
export const forwardBody = z.strictObject({ ...seen, to: code, reason }).meta({ id: 'ForwardBody' });
/** Decline, take back, raise again: never without words. */
export const difficultyReasonBody = z.strictObject({ ...seen, reason }).meta({ id: 'DifficultyReasonBody' });
export const resolvedBody = z.strictObject(seen).optional().default({}).meta({ id: 'ResolvedBody' });

/** `to_answer`: owed by my unit; `raised`: by my unit; `all`: whatever I may read. */
export const difficultiesQuery = z.strictObject({
  ...pageQuery.shape,
  of: z.enum(['to_answer', 'raised', 'all']).default('all'),
  campaign: id.optional(),
  /** Only what still waits for an answer. */
  open: z.enum(['0', '1']).default('0'),
});
export type DifficultiesQuery = z.output<typeof difficultiesQuery>;

const instant = z.string();
const by = z.object({ post: z.string(), person: z.string().nullable() });
const standings = ['waiting', 'answered', 'declined', 'retracted', 'resolved', 'parked'] as const;

/** One difficulty with everything that was said about it. A text that was erased is null. */
export const difficultyView = z
  .object({
    id: z.string(),
    campaign: z.string(),
    campaignName: z.string(),
    key: z.string(),
    /** Obligation of the report, and its title. */
    report: z.string(),
    reportTitle: z.string(),
    unit: z.string(),
    unitName: z.string(),
    /** Who owes the answer now. */
    owner: z.string(),
    ownerName: z.string(),
    standing: z.enum(standings),
    standingText: z.string(),
    dueAt: instant,
    /** The first date, whoever owed it then. */
    firstDueAt: instant,
    overdue: z.boolean(),
    onTime: z.boolean().nullable(),
    raisedAt: instant,
    words: z.array(z.object({ text: z.string().nullable(), at: instant, by, attempt: z.int().nullable() })),
    /** From the first owner on. */
    owners: z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        from: instant,
        by: by.nullable(),
        reason: z.string().nullable(),
      }),
    ),
    answers: z.array(
      z.object({
        outcome: z.enum(['answered', 'declined']),
        text: z.string().nullable(),
        document: z.object({ number: z.string(), date: z.string() }).nullable(),
        unitName: z.string(),
        at: instant,
        by,
      }),
    ),
    retracted: z.object({ at: instant, reason: z.string().nullable() }).nullable(),
    resolvedAt: instant.nullable(),
    revision: z.int(),
  })
  .meta({ id: 'DifficultyView' });
export type DifficultyView = z.infer<typeof difficultyView>;

export const difficultyListView = z
  .object({ items: z.array(difficultyView), next: z.string().nullable() })
  .meta({ id: 'DifficultyList' });
export type DifficultyListView = z.infer<typeof difficultyListView>;

/** With what its reader may do, and where it may go. */
export const difficultyOneView = difficultyView
  .extend({
    may: z.object({ answer: z.boolean(), raiser: z.boolean() }),
    forwardTo: z.array(z.object({ unit: z.string(), name: z.string() })),
  })
  .meta({ id: 'DifficultyOne' });
export type DifficultyOneView = z.infer<typeof difficultyOneView>;

export const difficultyReceipt = z
  .object({
    number: z.string(),
    obligation: z.string(),
    command: z.enum(['answer', 'decline', 'forward', 'retract', 'reopen', 'resolve']),
    at: instant,
    state: z.string(),
    revision: z.int(),
    owner: z.string(),
    dueAt: instant,
  })
  .meta({ id: 'DifficultyReceipt' });
