import { z } from 'zod';

export const monthEntryKinds = [
  'opens',
  'due',
  'last_working_day',
  'lock',
  'review',
  'collect',
  'collect_lock',
  'session',
  'step',
] as const;

/** Without a month: the one of today. */
export const monthQuery = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'phải là tháng dạng YYYY-MM, ví dụ 2026-12' })
    .optional(),
});
export type MonthQuery = z.infer<typeof monthQuery>;

const entry = z
  .object({
    /**
     * `opens`, `due`, `last_working_day` (before a due day of rest), `lock`: of what the post owes; `review`: its answer is due;
     * `collect`, `collect_lock`: what is handed in to its unit; `session`: of the council; `step`: a stage of a campaign opens.
     */
    kind: z.enum(monthEntryKinds),
    /** `HH:mm` where the hour counts; null where the whole day does. */
    time: z.string().nullable(),
    title: z.string(),
    campaign: z.string(),
    campaignName: z.string(),
    /** Whose it is; null where it is of many or of nobody. */
    unitName: z.string().nullable(),
    /** How many it stands for. */
    count: z.int(),
    /** The one it is about; null where it is of many. */
    obligation: z.string().nullable(),
    /** Nothing is owed any more. */
    done: z.boolean(),
  })
  .meta({ id: 'MonthEntry' });
export type MonthEntry = z.infer<typeof entry>;

/** A month of one post: every day with its reason, and what falls on it. */
export const monthView = z
  .object({
    now: z.string(),
    month: z.string(),
    unitName: z.string(),
    /** Kind of week by which the post's unit works, with its version's status in words. */
    calendar: z.object({ kind: z.string(), statusText: z.string(), provisional: z.boolean(), workingDays: z.int() }),
    days: z.array(
      z.object({
        date: z.string(),
        /** 0 = Sunday … 6 = Saturday. */
        weekday: z.int(),
        working: z.boolean(),
        reason: z.enum(['work', 'worked_instead', 'weekly_rest', 'holiday', 'closure']),
        name: z.string().nullable(),
        /** The day is proposed or computed, not decided yet. */
        provisional: z.boolean(),
        entries: z.array(entry),
      }),
    ),
    /** More falls into the month than is shown. */
    truncated: z.boolean(),
  })
  .meta({ id: 'MonthOfWork' });
export type MonthOfWork = z.infer<typeof monthView>;
