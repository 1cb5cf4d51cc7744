import { z } from 'zod';
import { code, id, reason } from './primitives.js';
import { pageQuery } from './queries.js';

/**
 * How a workflow stands. `stuck`: something in it waits for a person, or an instant has passed unheeded. `failing`: its workflow is
 * lost, or an activity of it has failed.
 */
export const workflowStates = ['stuck', 'failing', 'awake', 'asleep', 'finished'] as const;
export type WorkflowState = (typeof workflowStates)[number];

export const workflowsQuery = z.strictObject({
  ...pageQuery.shape,
  campaign: code.optional(),
  unit: code.optional(),
  state: z.enum(workflowStates).optional(),
});
export type WorkflowsQuery = z.infer<typeof workflowsQuery>;

const textOrNull = z.string().nullable();

const pendingActivity = z
  .object({
    activity: z.string(),
    state: z.string(),
    attempt: z.int(),
    lastStarted: textOrNull,
    nextAttempt: textOrNull,
    /** Message of its last failure. */
    failure: textOrNull,
  })
  .meta({ id: 'PendingActivity' });
export type PendingActivity = z.infer<typeof pendingActivity>;

/** What Temporal says; null while it is away. */
const execution = z
  .object({
    /** `RUNNING`, a closed status, or `NOT_FOUND`. */
    status: z.string(),
    run: textOrNull,
    historyLength: z.int().nullable(),
    startedAt: textOrNull,
    pending: z.array(pendingActivity),
    /** In Temporal's own page; null where none is configured. */
    url: textOrNull,
  })
  .meta({ id: 'WorkflowExecution' });

export const workflowActs = ['wake', 'restart', 'retry'] as const;
export type WorkflowAct = (typeof workflowActs)[number];

export const workflowView = z
  .object({
    id: z.string(),
    type: z.string(),
    /** What it looks after, in Vietnamese. */
    title: z.string(),
    campaign: textOrNull,
    campaignName: textOrNull,
    step: textOrNull,
    level: textOrNull,
    state: z.enum(['awake', 'asleep', 'finished']),
    sleepsUntil: textOrNull,
    /** Examinations so far; nudges raised and seen. */
    turn: z.int(),
    nudge: z.int(),
    seen: z.int(),
    execution: execution.nullable(),
    /** Why it stands still, and what mends it: a sentence each. */
    causes: z.array(
      z.object({
        kind: z.string(),
        cause: z.string(),
        repair: z.string(),
        /** The obligation it is about. */
        obligation: textOrNull,
        unitName: textOrNull,
      }),
    ),
    acts: z.array(z.enum(workflowActs)),
  })
  .meta({ id: 'WorkflowView' });
export type WorkflowView = z.infer<typeof workflowView>;

export const workflowPage = z
  .object({
    now: z.string(),
    engine: z.object({
      /** False while Temporal is away: records are shown, what Temporal knows is not. */
      reachable: z.boolean(),
      /** Temporal's own page; null where none is configured. */
      ui: textOrNull,
    }),
    items: z.array(workflowView),
    next: textOrNull,
    /** True where more were candidates than are looked at in one search. */
    truncated: z.boolean(),
  })
  .meta({ id: 'WorkflowPage' });
export type WorkflowPage = z.infer<typeof workflowPage>;

/** Every act of an administrator says why. */
export const workflowActBody = z.strictObject({ reason }).meta({ id: 'WorkflowActBody' });

export const workflowReceipt = z
  .object({ workflow: z.string(), act: z.enum(workflowActs), at: z.string(), run: textOrNull })
  .meta({ id: 'WorkflowReceipt' });
export type WorkflowReceipt = z.infer<typeof workflowReceipt>;

const findingView = z
  .object({
    kind: z.string(),
    subject: z.string(),
    cause: z.string(),
    repair: z.string(),
    campaign: textOrNull,
    /** False: only a person can mend it. */
    mendable: z.boolean(),
  })
  .meta({ id: 'FindingView' });
export type FindingView = z.infer<typeof findingView>;

export const findingsView = z
  .object({ now: z.string(), checked: z.int(), items: z.array(findingView) })
  .meta({ id: 'FindingsView' });
export type FindingsView = z.infer<typeof findingsView>;

/** One finding, by kind and subject. */
export const repairBody = z
  .strictObject({
    kind: z
      .string()
      .max(40)
      .regex(/^[a-z-]+$/, { error: 'không phải loại phát hiện' }),
    subject: id,
    reason,
  })
  .meta({ id: 'RepairBody' });
export const repairView = z.object({ mended: z.array(findingView), left: z.int() }).meta({ id: 'RepairView' });
