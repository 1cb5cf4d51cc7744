import { z } from 'zod';
import { documentRef } from './bodies.js';
import { code, day, reason } from './primitives.js';

const untaken = z
  .array(z.object({ target: z.string(), name: z.string(), goal: z.number().nullable() }))
  .meta({ id: 'UntakenTargets' });

const level = z.number().min(-1e15).max(1e15);

/** Another level of a target: its own, or the shares of units; by a document, from a day on (the day of the decision where none is said). */
export const targetAmendmentBody = z
  .strictObject({
    target: code,
    value: level.optional(),
    shares: z.record(code, level).optional(),
    from: day.optional(),
    document: documentRef,
    reason,
  })
  .refine(({ value, shares }) => value !== undefined || shares !== undefined, {
    error: 'phải nêu mức mới (value) hoặc phần giao mới (shares)',
    path: ['value'],
  })
  .meta({ id: 'TargetAmendmentBody' });

/** Assigned, pledged, achieved: one line for each target of each unit. */
export const pledgesView = z
  .object({
    campaign: z.string(),
    now: z.string(),
    items: z.array(
      z
        .object({
          unit: z.string(),
          unitName: z.string(),
          target: z.string(),
          targetName: z.string(),
          /** Unit of measure, as the plan writes it. */
          measure: z.string(),
          assigned: z.number().nullable(),
          /** The group whose own level holds for the unit. */
          group: z.string().nullable(),
          /** `state`: of the paper the pledge stands in; `returned` means that it is to be handed in or signed again. */
          pledged: z
            .object({ value: z.number().nullable(), kind: z.string(), obligation: z.string(), state: z.string() })
            .nullable(),
          /** Pledged against assigned. `percent` has two decimals; `level` knows that of a ceiling the lower number is more. */
          stretch: z
            .object({
              difference: z.number(),
              percent: z.number().nullable(),
              level: z.enum(['less', 'equal', 'more']),
              text: z.string(),
            })
            .nullable(),
          achieved: z.object({ value: z.number().nullable(), status: z.string(), step: z.string() }).nullable(),
        })
        .meta({ id: 'PledgeLine' }),
    ),
    /** Targets of this plan that no unit was assigned or has pledged, and no campaign below carries out. */
    untaken,
    /** The same of the plan that this campaign carries out. */
    parent: z.object({ campaign: z.string(), untaken }).nullable(),
    /** `after` of the next page; pages run by unit. */
    next: z.string().nullable(),
  })
  .meta({ id: 'PledgesView' });
export type PledgesView = z.infer<typeof pledgesView>;
