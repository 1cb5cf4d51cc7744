import type { Defect, ReadTarget } from '../plan-reading.types.js';
import { fold } from '../text/fold.js';
import { defect, type CheckContext } from './check-context.js';

/** Level, base and difference of one unit must agree: "từ 59 lên 64 xã (tăng 4 xã)", the base also stated elsewhere. */
export function checkDifferences(context: CheckContext): Defect[] {
  const all = context.reading.numeric_targets;
  return all.flatMap((check, i) => {
    const level = all[i - 1];
    if (check.role !== 'cross_check' || !level || level.value === null || check.value === null) return [];
    const bases = basesOf(all, level, check);
    if (bases.length === 0 || bases.some((base) => agrees(level.value!, base, check))) return [];
    const data = { name: level.name, difference: check.value, from: bases[0]!, to: level.value };
    return [defect(context, 'difference_disagrees', check, data)];
  });
}

function agrees(level: number, base: number, check: ReadTarget): boolean {
  const risen = check.comparator === 'decrease_by' ? base - level : level - base;
  if (Math.abs(risen - check.value!) < 1e-9) return true;
  return check.unit === '%' && base !== 0 && Math.abs((risen / base) * 100 - check.value!) < 0.1;
}

/** The base the level names; else what results of the year compared with say of the same thing. */
function basesOf(all: ReadTarget[], level: ReadTarget, check: ReadTarget): number[] {
  const written = Number((level.baseline ?? '').replace(/%$/, '').replace(/\./g, '').replace(',', '.'));
  if (level.baseline && !Number.isNaN(written)) return level.unit === check.unit ? [written] : [];
  const year = baseYear(level, check);
  if (year === null || (check.unit !== level.unit && check.unit !== '%')) return [];
  return all
    .filter(
      (one) =>
        one.role === 'result' &&
        one.value !== null &&
        one.unit === level.unit &&
        one.deadline?.slice(0, 4) === year &&
        sameMeasure(one.name, level.name),
    )
    .map((one) => one.value!);
}

/** The year a difference is taken from: "so với năm 2025", "so với năm trước". */
function baseYear(level: ReadTarget, check: ReadTarget): string | null {
  const said = fold(check.baseline ?? '');
  const own = /năm (20\d\d)/.exec(said)?.[1];
  if (own) return own;
  return /năm (?:trước|ngoái)|cùng kỳ/.test(said) && level.deadline
    ? `${Number(level.deadline.slice(0, 4)) - 1}`
    : null;
}

const FILLERS = /^(?:số|tỷ|lệ|tổng|toàn|cả|tỉnh|huyện|xã|phường|thị|trấn|có|được|là|các|trên|địa|bàn|của)$/;
const words = (name: string): string[] =>
  fold(name)
    .split(/[^a-zA-ZÀ-ỹ]+/)
    .filter((word) => word && !FILLERS.test(word));

/** A base may be told more briefly than the level, never with words of its own: "kiểu mẫu" is another standard. */
function sameMeasure(base: string, level: string): boolean {
  const [told, known] = [words(base), new Set(words(level))];
  return told.length >= 2 && told.every((word) => known.has(word));
}
