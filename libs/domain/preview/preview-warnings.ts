import { isWorkingDay, lastWorkingDayOnOrBefore } from '../calendar/working-days.js';
import { localDateOf } from '../time/local-date.js';
import type { PreviewGroup, PreviewInput, PreviewWarning } from './preview.types.js';

/** What whoever decides should see before: days of rest, the end of the campaign, locks. @param moved whether its clock moves at all */
export function previewWarnings(group: PreviewGroup, moved: boolean, input: PreviewInput): PreviewWarning[] {
  return [...(moved ? ofTheNewDay(group, input) : []), ...atOnce(group, input)];
}

function ofTheNewDay({ dueAfter, lockAfter }: PreviewGroup, { plan, rules }: PreviewInput): PreviewWarning[] {
  const calendar = rules.calendar(plan.calendar);
  const day = localDateOf(dueAfter);
  const warnings: PreviewWarning[] = [];
  if (!isWorkingDay(calendar, day))
    warnings.push({ code: 'due-on-rest-day', data: { day, before: lastWorkingDayOnOrBefore(calendar, day) } });
  if (day > plan.end) warnings.push({ code: 'beyond-end', data: { day, end: plan.end } });
  if (lockAfter !== null && lockAfter < dueAfter)
    warnings.push({ code: 'lock-before-due', data: { day, lockDay: localDateOf(lockAfter) } });
  return warnings;
}

/** What fell due in a suspension happens when it ends. */
function atOnce(group: PreviewGroup, { decision, suspensions, now }: PreviewInput): PreviewWarning[] {
  const { dueAfter, lockAfter, phase } = group;
  const from = suspensions.at(-1)?.from;
  if (decision.command !== 'resume' || !from) return [];
  if (lockAfter !== null && lockAfter <= now)
    return [{ code: 'locks-at-once', data: { lockDay: localDateOf(lockAfter) } }];
  const falls = phase !== 'review' && dueAfter > from && dueAfter <= now;
  return falls ? [{ code: 'overdue-at-once', data: { day: localDateOf(dueAfter) } }] : [];
}
