import { z } from 'zod';
import { code, day, shortText } from './primitives.js';

const year = z.int().min(1990).max(2200);
/** One day, or every day from the first to the last. */
const days = z.union([
  z.strictObject({ date: day, name: shortText }),
  z.strictObject({ from: day, to: day, name: shortText }),
]);

const decision = z.strictObject({
  year,
  status: z.enum(['official', 'proposed']),
  source: shortText,
  replaces: shortText.optional(),
  kinds: z.array(code).min(1).max(10).optional(),
  days_off: z.array(days).max(60).default([]),
  work_instead: z.array(days).max(30).default([]),
});

const closure = z.strictObject({
  id: code,
  area: code,
  from: day,
  to: day,
  /** Days of rest worked instead. */
  work_instead: z.array(day).max(30).optional(),
  name: shortText,
  source: shortText,
});

/** What `dondoc calendar import` reads: whole years and local closures. */
export const calendarFile = z
  .strictObject({
    decisions: z.array(decision).max(500).default([]),
    closures: z.array(closure).max(1_000).default([]),
    withdraw_closures: z.array(code).max(1_000).default([]),
  })
  .meta({ id: 'CalendarFile' });
export type CalendarFile = z.infer<typeof calendarFile>;

/** Kinds of office; the drill calendar has no rest and is shown to nobody. */
export const calendarQuery = z.strictObject({
  kind: z.enum(['vn-5d', 'vn-6d']).default('vn-5d'),
  area: code.optional(),
});
export type CalendarQuery = z.infer<typeof calendarQuery>;

export const calendarDueBody = z
  .strictObject({
    /** The words of the deadline, as they stand in the document. */
    text: z.string().trim().min(1).max(500),
    /** Day of receipt or of writing. */
    from: day,
    kind: z.enum(['vn-5d', 'vn-6d']).default('vn-5d'),
    area: code.optional(),
  })
  .meta({ id: 'CalendarDueBody' });

const status = z.enum(['official', 'proposed', 'computed']);

export const calendarDueView = z
  .object({
    lastDay: z.string().nullable(),
    instant: z.string().nullable(),
    rule: z.looseObject({ kind: z.string() }).nullable(),
    asWritten: z.string(),
    lastWorkingDayBefore: z.string().nullable(),
    needs: z.object({ kind: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'CalendarDueView' });

const dayView = z
  .object({
    date: z.string(),
    weekday: z.int(),
    working: z.boolean(),
    reason: z.enum(['work', 'worked_instead', 'weekly_rest', 'holiday', 'closure']),
    name: z.string().nullable(),
    source: z.string(),
    status,
  })
  .meta({ id: 'CalendarDayView' });

/** A year as a screen shows it: month by month, every day with its reason and source. */
export const calendarYearView = z
  .object({
    year: z.int(),
    kind: z.string(),
    version: z.string(),
    status,
    statusText: z.string(),
    source: z.string(),
    workingDays: z.int(),
    months: z.array(z.object({ month: z.int(), workingDays: z.int(), days: z.array(dayView) })),
  })
  .meta({ id: 'CalendarYearView' });
export type CalendarYearView = z.infer<typeof calendarYearView>;
