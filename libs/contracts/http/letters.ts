import { z } from 'zod';
import { authorityForms } from '#libs/domain/letters/letter.types.js';
import { day, id, shortText } from './primitives.js';

const signature = z.strictObject({
  /** Outermost first: TM., then KT. */
  authority: z.array(z.strictObject({ form: z.enum(authorityForms), of: z.string().trim().max(200) })).max(3),
  title: shortText,
  name: shortText.nullable().default(null),
});

const wish = {
  /** As the clerk gave it; left blank in a draft. */
  number: z.int().min(1).max(99_999).optional(),
  symbol: z
    .string()
    .max(40)
    .regex(/^[\p{Lu}\d-]+$/u, { error: 'chỉ gồm chữ in hoa, số và gạch nối, ví dụ CV-PNV' })
    .optional(),
  /** Day written on it; left to the hand where absent. */
  day: day.optional(),
  /** Last day that the letter asks for; it moves no deadline. */
  byDay: day.optional(),
  place: shortText.optional(),
  signature: signature.optional(),
};

/** A letter about one piece of work. */
export const urgingLetterBody = z.strictObject(wish).optional().default({}).meta({ id: 'UrgingLetterBody' });
/** A letter about all that is late in a campaign, or about what is chosen. */
export const urgingLettersBody = z
  .strictObject({ ...wish, obligations: z.array(id).min(1).max(500).optional() })
  .optional()
  .default({})
  .meta({ id: 'UrgingLettersBody' });
export type UrgingLettersBody = z.output<typeof urgingLettersBody>;

export const letterView = z
  .object({
    id: z.string(),
    kind: z.string(),
    campaign: z.string(),
    obligation: z.string().nullable(),
    /** SHA-256 of the content, as printed on it. */
    hash: z.string(),
    by: z.string(),
    at: z.string(),
    /** Where it is printed. */
    docx: z.string(),
    pdf: z.string(),
  })
  .meta({ id: 'LetterView' });
export type LetterView = z.infer<typeof letterView>;
