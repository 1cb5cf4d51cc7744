import { z } from 'zod';
import { documentRef } from './bodies.js';
import { code, day, id, reason, revision } from './primitives.js';
import { unitSelector } from './unit-selector.js';

/** Which obligations of a campaign: all conditions must hold; none means all that still owe. */
export const obligationSelect = z
  .strictObject({
    step: id.optional(),
    level: code.optional(),
    units: unitSelector.optional(),
    obligations: z.array(id).min(1).max(5_000).optional(),
  })
  .meta({ id: 'ObligationSelect' });

const extension = { select: obligationSelect.default({}), lastDay: day, document: documentRef.optional() };

/** The same day for many; the document is needed where the plan wrote the date for everybody. */
export const bulkExtensionBody = z
  .strictObject({ revision: revision.optional(), ...extension, reason })
  .meta({ id: 'BulkExtensionBody' });

/** A decision about a whole campaign's time, to be looked at before it is made. */
export const previewBody = z
  .discriminatedUnion('command', [
    z.strictObject({ command: z.literal('suspend') }),
    z.strictObject({ command: z.literal('cancel') }),
    z.strictObject({
      command: z.literal('resume'),
      shift: z.enum(['keep', 'by_suspension']).default('keep'),
      document: documentRef.optional(),
    }),
    z.strictObject({ command: z.literal('extend'), ...extension }),
  ])
  .meta({ id: 'PreviewBody' });
export type PreviewBody = z.output<typeof previewBody>;

const instant = z.string();
const refusal = z.object({ obligation: z.string(), code: z.string(), reason: z.string() });

export const previewView = z
  .object({
    campaign: z.string(),
    moved: z.int(),
    kept: z.int(),
    ended: z.int(),
    groups: z.array(
      z.object({
        step: z.string(),
        level: z.string(),
        phase: z.string(),
        count: z.int(),
        dueBefore: instant,
        dueAfter: instant,
        lockBefore: instant.nullable(),
        lockAfter: instant.nullable(),
        warnings: z.array(z.object({ code: z.string(), text: z.string() })),
      }),
    ),
    /** Notices that are written and will not go out, by act; `letters` they stand in. */
    withdrawn: z.array(z.object({ act: z.string(), notices: z.int() })),
    letters: z.int(),
    refused: z.array(refusal),
    /** Why the command itself would be turned away; null where it would be taken. */
    refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'CampaignPreview' });
export type PreviewView = z.infer<typeof previewView>;

export const bulkExtensionView = z
  .object({
    campaign: z.string(),
    at: instant,
    lastDay: z.string(),
    extended: z.array(z.string()),
    refused: z.array(refusal),
  })
  .meta({ id: 'BulkExtension' });
export type BulkExtensionView = z.infer<typeof bulkExtensionView>;
