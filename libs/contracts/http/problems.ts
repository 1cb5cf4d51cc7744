import { z } from 'zod';

/** Problems that the way in makes; refusals of the domain come with codes of their own (`libs/domain/messages`). */
export const problemCodes = [
  'bad-input',
  'bad-json',
  'too-large',
  'wrong-media-type',
  'key-missing',
  'sign-in-required',
  'sign-in-unknown',
  'no-policy',
  'leaders-only',
  'bounce-secret',
  'not-found',
  'no-such-route',
  'plan-refused',
  'gate-open',
  'draft-stale',
  'store-away',
  'live-full',
  'live-stream',
  'clock-not-set',
  'unexpected',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457, `application/problem+json`. */
export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** A sentence for the person who asked, Vietnamese. */
    detail: z.string(),
    code: z.string(),
    instance: z.string(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          code: z.string().optional(),
          /** `explain`: may stand once it is explained. */
          kind: z.enum(['block', 'explain']).optional(),
        }),
      )
      .optional(),
    /** With 409: how the document stands now. */
    current: z.looseObject({}).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
