import type { Quantity } from '../numbers/quantities.js';
import { nameBefore } from './names.js';

/** The number the clause is about: behind a colon, the first when the clause begins with it, else the one behind the verb. */
export function headOf(quantities: Quantity[], masked: string): Quantity | null {
  const usable = quantities.filter(
    (q) =>
      !(
        q.kind === 'none' &&
        /^ ?[a-zA-ZÀ-ỹ]/.test(masked.slice(q.end)) &&
        !/(?:đạt|là|:)\s*$/.test(masked.slice(0, q.start))
      ),
  );
  const united = usable.filter((q) => q.kind !== 'none');
  if (united.length > 0 && united.length < usable.length) return headOf(united, masked);
  if (usable.length <= 1) return usable[0] ?? null;
  const colon = masked.lastIndexOf(':');
  const behindColon = usable.find((q) => colon >= 0 && q.start > colon);
  if (behindColon) return behindColon;
  const first = usable[0]!;
  const plain = (q: Quantity): boolean =>
    !/^[^,;]{0,30}trở (?:lên|xuống)/.test(masked.slice(q.end)) && !/đủ \s*$|dưới \s*$/.test(masked.slice(0, q.start));
  if (first.kind !== 'none' && !nameBefore(masked.slice(0, first.start), masked.slice(0, first.start)) && plain(first))
    return first;
  const behindVerb = usable.filter(
    (q) =>
      /(?:đạt|là|còn|chiếm|lên|xuống|bằng|khoảng|trên|ít nhất|tối thiểu)\s*$/.test(masked.slice(0, q.start)) &&
      plain(q),
  );
  if (first.kind === 'count' && /tiêu chí|điểm/.test(usable[1]!.unit)) return first;
  return (
    behindVerb[behindVerb.length - 1] ?? usable.find((q) => q.kind === 'share') ?? usable.filter(plain)[0] ?? first
  );
}
