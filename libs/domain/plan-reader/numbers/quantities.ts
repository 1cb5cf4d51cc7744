import { numberOf } from './number.js';
import { unitAt, type UnitKind } from './units.js';

/** A number with its unit. Offsets within the text searched. */
export interface Quantity {
  start: number;
  end: number;
  raw: string;
  value: number;
  /** Upper end of a range `a - b`, `từ a đến b`. */
  upTo: number | null;
  /** `từ a lên b`: a is where it stood. */
  from: { value: number; text: string } | null;
  unit: string;
  kind: UnitKind;
}

const NUMBER =
  /(?<![\d#,/])(?<!\d\.)(?<![a-zA-ZÀ-ỹ])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d{3}){2,}|\d+(?:,\d+)?|\d+\.\d{1,2})(?![\d#]|\.\d)/g;

/** Quantities of a masked text in order; ranges are one quantity. */
export function quantitiesOf(masked: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of masked.matchAll(NUMBER)) {
    const value = numberOf(match[1]!);
    if (value === null || match.index < (found.at(-1)?.end ?? 0)) continue;
    const start = match.index;
    const { unit, kind, length } = unitAt(masked, start + match[0].length);
    const quantity: Quantity = {
      start,
      end: start + match[0].length + length,
      raw: match[1]!,
      value,
      upTo: null,
      from: null,
      unit,
      kind,
    };
    const before = found[found.length - 1];
    if (
      before &&
      merge(
        before,
        quantity,
        masked.slice(before.end, start),
        masked.slice(Math.max(0, before.start - 10), before.start),
      )
    )
      continue;
    found.push(quantity);
  }
  return found;
}

/** Joins `a - b`, `từ a đến b` and `từ a lên b` into the first quantity. */
function merge(first: Quantity, second: Quantity, between: string, before: string): boolean {
  const range = /^ ?(?:-|đến|tới|đến dưới|~) ?$/.test(between);
  const rise =
    /^ ?(?:\([^)]*\) ?)?(?:(?:năm|vào năm|tháng) ?[#/]+ ?)?(?:lên|lên đến|lên thành|lên tới|tăng lên|xuống|xuống còn|còn)(?: trên| ít nhất| khoảng)? ?$/.test(
      between,
    );
  if (!range && !rise) return false;
  if (first.unit !== '' && second.unit !== '' && first.unit !== second.unit) return false;
  if (first.unit !== '' && second.unit === '') return false;
  if (rise && !/từ (?:\S+ )?$/.test(before)) return false;
  if (range && second.value < first.value) return false;
  first.end = second.end;
  first.unit = second.unit;
  first.kind = second.kind;
  if (range) first.upTo = second.value;
  else {
    first.from = { value: first.value, text: first.raw };
    first.value = second.value;
    first.raw = second.raw;
  }
  return true;
}
