import type { Defect } from '../plan-reading.types.js';
import { checkCitations } from './check-citations.js';
import type { CheckContext } from './check-context.js';
import { checkDifferences } from './check-differences.js';
import { checkHeading, checkNumbering, checkStrayNumbers } from './check-heading.js';
import { checkRegime } from './check-regime.js';
import { checkTargets } from './check-targets.js';

/** Every check of a document, in the order of the text where one can be told. */
export function checkAll(context: CheckContext): Defect[] {
  return [
    checkHeading,
    checkNumbering,
    checkStrayNumbers,
    checkCitations,
    checkTargets,
    checkDifferences,
    checkRegime,
  ].flatMap((check) => check(context));
}
