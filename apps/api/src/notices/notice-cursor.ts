import type { NoticeDoc } from '#libs/store';

/**
 * Where a page ended: among the unread or the read ones, its instant, its id in base64 (ids hold signs that a cursor may not).
 */
export const noticeCursor = ({ _id, at, readAt }: Pick<NoticeDoc, '_id' | 'at' | 'readAt'>): string =>
  [readAt ? 'r' : 'u', at.getTime(), Buffer.from(_id).toString('base64url')].join('~');

/** What comes after a cursor, newest first; a cursor that was never given out begins again. */
export function afterNotice(cursor: string | undefined): { read: boolean; filter: Record<string, unknown> } {
  const [part, ms, id] = cursor?.split('~') ?? [];
  const at = new Date(Number(ms));
  if (id === undefined || Number.isNaN(at.getTime())) return { read: false, filter: {} };
  const _id = { $gt: Buffer.from(id, 'base64url').toString() };
  return { read: part === 'r', filter: { $or: [{ at: { $lt: at } }, { at, _id }] } };
}
