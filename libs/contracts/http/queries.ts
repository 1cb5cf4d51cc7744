import { z } from 'zod';
import { code, id } from './primitives.js';

/** Pages run by cursor: `after` is the `next` of the page before. */
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z
    .string()
    .max(400)
    .regex(/^[\w.:|~-]+$/, { error: 'không phải con trỏ trang hợp lệ' })
    .optional(),
};

const states = [
  'scheduled',
  'open',
  'submitted',
  'received',
  'returned',
  'accepted',
  'done',
  'lapsed',
  'excused',
  'parked',
] as const;
/** States of a mail, as they can be asked for. */
export const mailStates = [
  'ready',
  'claimed',
  'sending',
  'sent',
  'failed',
  'unconfirmed',
  'withdrawn',
  'bounced',
  'reached',
] as const;

export const pageQuery = z.strictObject(page);
export const obligationsQuery = z.strictObject({
  ...page,
  campaign: code.optional(),
  unit: code.optional(),
  state: z.enum(states).optional(),
  /** `1`: only what my post answers for. */
  mine: z.enum(['0', '1']).optional(),
});
export const mailsQuery = z.strictObject({ ...page, campaign: code.optional(), state: z.enum(mailStates).optional() });
/** The named list of who is late, of one level where it is asked for. */
export const lateQuery = z.strictObject({ ...page, level: code.optional() });
/** One target, and a page of the reports behind it. */
export const provenanceQuery = z.strictObject({ ...page, target: code });
/** One figure of one report. */
export const targetQuery = z.strictObject({ target: code });
/** By subtree; pages run by unit. */
export const pledgesQuery = z.strictObject({ ...page, unit: code.optional(), target: code.optional() });
/** By subtree and step; without them the whole campaign. */
export const statisticsQuery = z.strictObject({ unit: code.optional(), step: code.optional() });
export const roundsOfStep = z.strictObject({ step: code.optional() });
export const roundsQuery = z.strictObject({ ...page, step: id.optional() });

export type ProvenanceQuery = z.infer<typeof provenanceQuery>;
export type PledgesQuery = z.infer<typeof pledgesQuery>;
export type StatisticsQuery = z.infer<typeof statisticsQuery>;
export type Page = z.infer<typeof pageQuery>;
export type LateListQuery = z.infer<typeof lateQuery>;
export type ObligationsQuery = z.infer<typeof obligationsQuery>;
export type MailsQuery = z.infer<typeof mailsQuery>;
