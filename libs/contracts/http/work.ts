import { z } from 'zod';
import { marks } from '#libs/domain/work/mark.js';
import { urgencies } from '#libs/domain/work/urgency.js';
import { pageQuery } from './queries.js';

const instant = z.string();
const instantOrNull = instant.nullable();

export const workItem = z
  .object({
    id: z.string(),
    campaign: z.string(),
    campaignName: z.string(),
    kind: z.string(),
    /** The step it belongs to, with its period. */
    title: z.string(),
    unit: z.string(),
    unitName: z.string(),
    state: z.string(),
    stateText: z.string(),
    group: z.enum(urgencies),
    dueAt: instant,
    /** Today not counted, the due day counted; negative: passed since. Null where no day of the owner's matters any more. */
    workingDaysLeft: z.int().nullable(),
    graceUntil: instantOrNull,
    lockAt: instantOrNull,
    submittedAt: instantOrNull,
    onTime: z.boolean().nullable(),
    returns: z.int(),
    /** When the draft was last saved; null where nothing was typed yet. */
    savedAt: instantOrNull,
    /** Last day until which the owner has said it will be late. */
    declaredDay: z.string().nullable(),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof workItem>;

/** What my post answers for: all that is open, and what was finished within the last week. */
export const workView = z
  .object({
    now: instant,
    post: z.string(),
    postTitle: z.string(),
    person: z.string().nullable(),
    unitName: z.string(),
    items: z.array(workItem),
    /** More is owed than is shown. */
    truncated: z.boolean(),
    counts: z.object({ toReview: z.int(), unread: z.int() }),
  })
  .meta({ id: 'WorkView' });
export type WorkView = z.infer<typeof workView>;

/** What one unit's report of one column has come to. */
const matrixCell = z
  .object({
    obligation: z.string(),
    state: z.string(),
    mark: z.enum(marks),
  })
  .meta({ id: 'MatrixCell' });

export const matrixQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(2_000).default(500),
  after: pageQuery.shape.after,
});
export type MatrixQuery = z.infer<typeof matrixQuery>;

/** Units × periods: one row a unit, one cell for each column that asks it something. */
export const matrixView = z
  .object({
    now: instant,
    columns: z.array(z.object({ id: z.string(), title: z.string(), dueAt: instant })),
    rows: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        level: z.string(),
        parent: z.string().nullable(),
        /** By column id. */
        cells: z.record(z.string(), matrixCell),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'MatrixView' });
export type MatrixView = z.infer<typeof matrixView>;
