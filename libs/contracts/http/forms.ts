import { z } from 'zod';
import { code, sha256 } from './primitives.js';

const status = z.enum(['estimated', 'final']);
const part = z.enum(['value', 'numerator', 'denominator']);
const path = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][\w.-]*$/, { error: 'không phải là tên ô của biểu mẫu' });
/** Of one field; 0: nobody has typed in it. */
const fieldRevision = z.int().min(0).max(1_000_000);
const MAX_TEXT = 20_000;

const source = z.union([
  z.object({ from: z.literal('last_period'), obligation: z.string(), title: z.string() }),
  z.object({ from: z.literal('children'), round: z.string(), missing: z.int() }),
]);

const earlier = z
  .object({
    target: z.string(),
    value: z.number().nullable(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    status,
    obligation: z.string(),
    title: z.string(),
  })
  .meta({ id: 'EarlierFigure' });

const cell = z
  .object({
    target: z.string(),
    name: z.string(),
    unit: z.string(),
    input: z.enum(['value', 'ratio', 'count', 'yes_no', 'band']),
    parts: z.array(part),
    decimals: z.int().nullable(),
    share: z.boolean(),
    cumulative: z.boolean(),
    zeroIsNothing: z.boolean(),
    proof: z.boolean(),
    band: z.object({ family: z.string(), from: z.number() }).optional(),
    /** `below`: comes up from the units below; what is typed goes before it. */
    asked: z.enum(['own', 'below']),
    /** In the target's unit; null where nobody has decided it. */
    assigned: z.number().nullable(),
    group: z.string().nullable(),
    pledged: z.number().nullable(),
    /** Percent by which the pledge goes beyond what was assigned. */
    stretch: z.number().nullable(),
    last: z.object({ final: earlier.nullable(), estimated: earlier.nullable() }),
  })
  .meta({ id: 'FormCell' });

const field = z
  .object({
    value: z.union([z.string(), z.number()]).nullable(),
    revision: fieldRevision,
    by: z.string(),
    person: z.string().nullable(),
    at: z.date(),
    unconfirmed: z.boolean().optional(),
    source: source.optional(),
  })
  .meta({ id: 'DraftField' });

export const draftView = z
  .object({
    revision: z.int(),
    /** Form it is filled in on. */
    form: z.string().nullable(),
    /** What is handed in by it: names exactly these values. */
    hash: z.string(),
    fields: z.record(z.string(), field),
    /** Who has typed within the last quarter of an hour, and where. */
    editors: z.array(z.object({ post: z.string(), person: z.string().nullable(), path: z.string(), at: z.date() })),
  })
  .meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof draftView>;

export const formView = z
  .object({
    obligation: z.string(),
    /** Version: hash of what is asked. */
    version: z.string(),
    campaign: z.string(),
    step: z.string(),
    kind: z.string(),
    title: z.string(),
    period: z.object({ id: z.string(), from: z.string(), to: z.string() }).nullable(),
    /** The column this report asks for. */
    column: status,
    cells: z.array(cell),
    sections: z.array(
      z.object({ id: z.string(), title: z.string(), of: z.enum(['outline', 'component']), required: z.boolean() }),
    ),
    draft: draftView,
  })
  .meta({ id: 'FormView' });
export type FormView = z.infer<typeof formView>;

/** Autosave: the fields that changed, each with the revision that was seen. A change without a value confirms what was filled in. */
export const fieldsBody = z
  .strictObject({
    form: sha256,
    changes: z
      .array(
        z.strictObject({
          path,
          seen: fieldRevision,
          value: z
            .union([z.string().max(MAX_TEXT), z.number().min(-1e15).max(1e15)])
            .nullable()
            .optional(),
        }),
      )
      .min(1)
      .max(2_000)
      .refine((changes) => new Set(changes.map((one) => one.path)).size === changes.length, {
        error: 'mỗi ô chỉ ghi một lần',
      }),
  })
  .meta({ id: 'DraftFieldsBody' });

export const prefillBody = z
  .strictObject({ form: sha256, from: z.enum(['last_period', 'children']), status })
  .meta({ id: 'PrefillBody' });

/** A range copied from a spreadsheet: rows by line, columns by tab. */
export const pasteBody = z
  .strictObject({ form: sha256, at: z.strictObject({ target: code, part, status }), text: z.string().max(200_000) })
  .meta({ id: 'PasteBody' });

const change = z.object({
  path: z.string(),
  value: z.union([z.string(), z.number()]),
  /** What stands there now, to be sent back as seen. */
  current: z.object({ value: z.union([z.string(), z.number()]).nullable(), revision: fieldRevision }).nullable(),
});

/** What an import would change; nothing is written until its changes are saved as fields. */
export const importView = z
  .object({
    form: z.string(),
    changes: z.array(change),
    /** Fields that already say the same. */
    unchanged: z.int(),
    /** Cells that no field takes; while there is one nothing should be saved. `cell` as `R2C1` or as in the file, `C7`. */
    faults: z.array(
      z.object({
        cell: z.string(),
        path: z.string().nullable(),
        text: z.string(),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportView' });
export type ImportView = z.infer<typeof importView>;

const fault = z.object({
  field: z.string(),
  message: z.string(),
  code: z.string(),
  kind: z.enum(['block', 'explain']),
});

/** What would be said to the draft if it were handed in now. */
export const checkView = z
  .object({
    draft: z.string(),
    /** Nothing is wrong, nothing waits for an explanation, nothing is unconfirmed. */
    ready: z.boolean(),
    faults: z.array(fault),
    unconfirmed: z.array(z.string()),
  })
  .meta({ id: 'ReportCheck' });
export type ReportCheck = z.infer<typeof checkView>;
