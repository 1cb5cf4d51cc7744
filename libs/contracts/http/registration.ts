import { z } from 'zod';
import { draftView } from './forms.js';

const pledge = z.object({ target: z.string(), value: z.number().nullable() });

/** A target that a unit is asked to pledge for. */
export const askedTarget = z.object({
  target: z.string(),
  name: z.string(),
  /** Unit of measure, as the plan writes it. */
  measure: z.string(),
  /** Of a ceiling the lower number is more. */
  ceiling: z.boolean(),
  /** As it stands today; null where nobody has decided it. */
  assigned: z.number().nullable(),
  /** The group whose own level holds for the unit. */
  group: z.string().nullable(),
});

/** What a registration (đăng ký thi đua) asks of a unit, and what it handed in last. */
export const registrationView = z
  .object({
    obligation: z.string(),
    targets: z.array(askedTarget),
    given: z.object({ titles: z.array(z.string()), pledges: z.array(pledge) }).nullable(),
    /** Version of what is asked: a draft names it. */
    version: z.string(),
    /** What is typed and not handed in yet: `titles`, one a line, and `pledges.T1`; saved and handed in as the draft of a report is. */
    draft: draftView,
    /** Parts that may change after a return, `titles` or `pledges.T1`; null: all of it. */
    open: z.array(z.string()).nullable(),
  })
  .meta({ id: 'RegistrationView' });
export type RegistrationView = z.infer<typeof registrationView>;
