import { say, type Language } from '../../messages/say.js';
import { addDays } from '../../time/local-date.js';
import { fieldsOf } from '../fields.js';
import type { FollowUpAnswer, PreparationAnswers } from '../answers.types.js';
import type { Preparation } from '../preparation.types.js';

/** Days after a target's own day on which its figure is asked for, and working days to bring it. */
const AFTER = 30;
const WORKING_DAYS = 10;

/** One round for each day after the campaign's end on which targets fall due. */
export function offeredFollowUps(
  preparation: Preparation,
  { end }: PreparationAnswers,
  language: Language,
): FollowUpAnswer[] {
  if (!end) return [];
  const days = fieldsOf(preparation)
    .filter(({ field, value }) => /^targets\..+\.deadline$/.test(field) && typeof value === 'string')
    .map(({ value }) => value as string);
  const later = [...new Set(days)].filter((day) => day > end.value).sort();
  return later.map((deadline) => ({
    deadline,
    title: say('offer.follow-up', { day: deadline }, language),
    opens: addDays(deadline, AFTER),
    workingDays: WORKING_DAYS,
    ground: say('offer.follow-up.ground', {}, language),
  }));
}
