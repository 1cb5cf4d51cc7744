import type { Quantity } from '../numbers/quantities.js';

/** "08 xã đạt từ 14 - 16 tiêu chí": a count of units inside a band, `14-16`; null where there is none. */
export function bandOf(head: Quantity, quantities: Quantity[], masked: string): string | null {
  if (head.kind !== 'count') return null;
  const range = quantities.find(
    (q) => q.start > head.end && q.upTo !== null && /^(?:tiêu chí|chỉ tiêu|điểm)?$/.test(q.unit),
  );
  if (!range || !/^[^:;]{0,60}?(?:đạt|có|hoàn thành|được)[^:;]{0,20}$/.test(masked.slice(head.end, range.start)))
    return null;
  return `${range.value}-${range.upTo}`;
}
