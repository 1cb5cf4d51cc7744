import type { Language } from '../messages/say.js';
import { checkAll } from './defects/check-all.js';
import type { Defect, PlanReading } from './plan-reading.types.js';
import { readWithContext } from './read-plan.js';

/**
 * The checks of a document, on a reading that an officer may have corrected meanwhile: fields of `reading` win over what
 * the text says again. Targets keep the order of the text; added ones are checked without their heading.
 */
export function checkDocument(reading: PlanReading, text: string, language: Language = 'vi'): Defect[] {
  const context = readWithContext(text, language);
  const sameTargets = reading.numeric_targets.length === context.drafts.length;
  return checkAll({
    ...context,
    reading: sameTargets ? reading : { ...reading, numeric_targets: context.reading.numeric_targets },
  });
}
