import type { DeadlineOrigin, DeadlineRule } from '../../deadline/deadline.types.js';
import type { DueAnswer } from '../answers.types.js';

/** An answer on a due day as a rule. @param origin close of the data, the fixed opening day, or `opened` */
export function dueRule(answer: DueAnswer, origin: DeadlineOrigin): DeadlineRule {
  if ('by' in answer) return { kind: 'by', date: answer.by };
  if ('workingDays' in answer) return { kind: 'within_working_days', days: answer.workingDays, from: origin };
  if (origin === 'opened') throw new Error('a day of the month needs the close of the data');
  return { kind: 'by', date: `${origin.slice(0, 8)}${String(answer.dayOfMonth).padStart(2, '0')}` };
}
