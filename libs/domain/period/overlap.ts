import type { LocalDate } from '../time/local-date.js';

type Span = { from: LocalDate; to: LocalDate };

/**
 * How two periods share days: not at all, the one within the other (six months within the year), or only partly. The same days twice
 * are two reports on one matter, so they count as partly.
 */
export function overlap(a: Span, b: Span): 'none' | 'within' | 'partly' {
  if (a.to < b.from || b.to < a.from) return 'none';
  if (a.from === b.from && a.to === b.to) return 'partly';
  const within = (inner: Span, outer: Span) => outer.from <= inner.from && inner.to <= outer.to;
  return within(a, b) || within(b, a) ? 'within' : 'partly';
}
