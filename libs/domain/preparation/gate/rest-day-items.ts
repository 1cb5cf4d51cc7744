import { isWorkingDay, lastWorkingDayOnOrBefore } from '../../calendar/working-days.js';
import { levelWord } from '../../messages/level-word.js';
import { say, wordOf, type Language } from '../../messages/say.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import type { LocalDate } from '../../time/local-date.js';
import { fieldWord } from '../field-text.js';
import type { Finding, GateSurroundings } from './gate.types.js';

/** Days that were moved from another year as they were written and now fall on rest. */
export function restDayItems(plan: CampaignPlan, surroundings: GateSurroundings, language: Language): Finding[] {
  const calendar = surroundings.calendar(plan.calendar);
  if (!calendar) return [];
  return fixedDays(plan)
    .filter(({ day }) => calendar.years[Number(day.slice(0, 4))] !== undefined && !isWorkingDay(calendar, day))
    .map(({ where, day }): Finding => {
      const before = lastWorkingDayOnOrBefore(calendar, day);
      const text = say('gate.rest-day', { where: placeText(where, plan, language), day, before }, language);
      return { id: `rest-day:${where}`, kind: 'rest-day', field: where, text, severity: 'warning' };
    });
}

/** Every day of a plan that is written and not counted, with its place. */
export function fixedDays(plan: CampaignPlan): { where: string; day: LocalDate }[] {
  return [
    { where: 'start', day: plan.start },
    { where: 'end', day: plan.end },
    ...plan.targets.map(({ id, deadline }) => ({ where: `targets.${id}.deadline`, day: deadline })),
    ...plan.steps
      .filter(({ skip }) => !skip)
      .flatMap(({ id, opens, duties }) => [
        ...(opens ? [{ where: `steps.${id}.opens`, day: opens }] : []),
        ...duties.flatMap(({ level, due, cutoff, opens: own }) => [
          ...(due.kind === 'by' || due.kind === 'before' ? [{ where: `steps.${id}.${level}.due`, day: due.date }] : []),
          ...(cutoff ? [{ where: `steps.${id}.${level}.cutoff`, day: cutoff }] : []),
          ...(own ? [{ where: `steps.${id}.${level}.opens`, day: own }] : []),
        ]),
      ]),
  ];
}

/** A place of `fixedDays` in words: the title of its step, its level, and which of the days it is. */
function placeText(where: string, { steps }: CampaignPlan, language: Language): string {
  const [part, id, ...rest] = where.split('.');
  const title = part === 'steps' && steps.find((step) => step.id === id)?.title;
  const kind = wordOf('place', rest.at(-1) ?? '', language);
  if (title) return [title, ...rest.slice(0, -1).map((level) => levelWord(level, language)), kind].join(', ');
  return part === 'targets' ? `${id}, ${fieldWord(where, language)}` : fieldWord(where, language);
}
