import { ancestors } from '../text/paragraphs.js';
import { deadlineWithin } from '../targets/read-targets.js';
import type { Defect, ReadTarget } from '../plan-reading.types.js';
import { defect, type CheckContext } from './check-context.js';

/** Numbers hard to believe, dates that contradict each other, shares of nothing. */
export function checkTargets(context: CheckContext): Defect[] {
  const { reading, drafts, layout, span } = context;
  const found: Defect[] = [];
  const conflicts = new Set<string>();
  const late = new Map<string, ReadTarget[]>();
  reading.numeric_targets.forEach((target, i) => {
    if (target.role !== 'target') return;
    const { name, value, unit, deadline } = target;
    if (implausible(target)) found.push(defect(context, 'implausible_number', target, { name, value: value!, unit }));
    if (shareWithoutBase(target)) found.push(defect(context, 'share_without_base', target, { name }));
    if (target.comparator === 'done' && value === null)
      found.push(defect(context, 'target_without_number', target, { name }));
    if (deadline && reading.end.value && deadline > reading.end.value)
      late.set(deadline, [...(late.get(deadline) ?? []), target]);
    const draft = drafts[i]!;
    const heading = draft.deadline ? headingDeadline(context, draft.paragraph) : null;
    if (heading && draft.deadline! > heading) {
      const key = `${draft.deadline} ${heading}`;
      if (!conflicts.has(key))
        found.push(defect(context, 'deadline_conflict', target, { name, deadline: draft.deadline, heading }));
      conflicts.add(key);
    }
  });
  for (const [deadline, targets] of late) {
    found.push(
      defect(context, 'target_after_end', targets[0]!, { count: targets.length, deadline, end: reading.end.value }),
    );
  }
  return found;

  function headingDeadline(_: CheckContext, index: number): string | null {
    for (const up of ancestors(layout.paragraphs[index]!)) {
      if (up.low.length > 220) continue;
      const deadline = deadlineWithin(up.low, 0, up.low.length, span.year);
      if (deadline) return deadline;
    }
    return null;
  }
}

/** A share under 0,1 % that must stay below it, or a level above 100 %. */
function implausible(target: ReadTarget): boolean {
  const { value, unit, comparator } = target;
  if (value === null || unit !== '%') return false;
  if (value > 0 && value < 0.1) return true;
  return value > 100 && !['increase_by', 'decrease_by', 'at_least', 'more_than'].includes(comparator)
    ? true
    : value > 100 && /^tỷ lệ (?!hoàn thành)/iu.test(target.name);
}

const shareWithoutBase = (target: ReadTarget): boolean =>
  target.unit.startsWith('%') &&
  (target.comparator === 'unclear' || (target.comparator === 'keep_or_raise' && target.value === null));
