import { z } from 'zod';
import { pageQuery } from './queries.js';

const noticeStates = ['waiting', 'folded', 'sent', 'failed', 'unconfirmed', 'withdrawn'] as const;

/** What my post was told. Without `state`: everything but what was withdrawn. */
export const noticesQuery = z.strictObject({ ...pageQuery.shape, state: z.enum(noticeStates).optional() });
export type NoticesQuery = z.infer<typeof noticesQuery>;

export const noticeView = z
  .object({
    id: z.string(),
    campaign: z.string(),
    obligation: z.string(),
    /** Act of the ladder: open, remind, urge, escalate, returned, extension, …  */
    act: z.string(),
    /** The rung in words, e.g. how long before the due day. */
    rungText: z.string(),
    /** Why it waited longer than for its slot, in words; null where it did not. */
    held: z.string().nullable(),
    /** A sentence in Vietnamese. */
    text: z.string(),
    title: z.string(),
    unit: z.string(),
    unitName: z.string(),
    dueAt: z.string(),
    at: z.string(),
    /** Of the mail that carries it. */
    state: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.infer<typeof noticeView>;

export const noticePage = z
  .object({ items: z.array(noticeView), next: z.string().nullable(), unread: z.int() })
  .meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof noticePage>;

export const noticeRead = z.object({ id: z.string(), readAt: z.string() }).meta({ id: 'NoticeRead' });

/** Told once: the address holds the token, of which only a hash is kept. */
export const feedAddressView = z.object({ post: z.string(), url: z.string() }).meta({ id: 'FeedAddress' });
