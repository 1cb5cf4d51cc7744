import type { Growing, Limit, Sliding } from './rules.js';

/** What is kept of the tries of one key. */
export interface Kept {
  mark: Date;
  count: number;
  at: Date;
}

/**
 * One try more.
 * @param kept null where none is known
 * @returns what is kept after a try that is let through, or how long to wait, milliseconds; then nothing changes
 */
export function nextTry(limit: Limit, kept: Kept | null, now: Date): { kept: Kept } | { waitMs: number } {
  return limit.kind === 'growing' ? growing(limit, kept, now) : sliding(limit, kept, now);
}

/** What is kept when the latest try was a good one: the row is over, or its place in the window is free again. */
export function goodTry(limit: Limit, kept: Kept): Kept | null {
  return limit.kind === 'growing' ? null : { ...kept, mark: new Date(kept.mark.getTime() - interval(limit)) };
}

function growing({ delays, forgetMs }: Growing, kept: Kept | null, now: Date): ReturnType<typeof nextTry> {
  const known = kept && now.getTime() - kept.at.getTime() <= forgetMs ? kept : null;
  if (known && known.mark > now) return { waitMs: known.mark.getTime() - now.getTime() };
  const count = (known?.count ?? 0) + 1;
  const pause = delays[Math.min(count, delays.length) - 1]!;
  return { kept: { count, at: now, mark: new Date(now.getTime() + pause) } };
}

/** Generic cell rate: `mark` runs ahead of the clock by one interval per try, and at most by the whole window. */
function sliding(limit: Sliding, kept: Kept | null, now: Date): ReturnType<typeof nextTry> {
  const from = Math.max(kept?.mark.getTime() ?? 0, now.getTime());
  const waitMs = from - now.getTime() - (limit.most - 1) * interval(limit);
  if (waitMs > 0) return { waitMs };
  return { kept: { count: 0, at: now, mark: new Date(from + interval(limit)) } };
}

const interval = ({ most, perMs }: Sliding): number => Math.floor(perMs / most);
