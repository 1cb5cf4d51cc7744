import { readPlan } from '#libs/domain/plan-reader/index.js';
import { type Reading } from './reading.types.js';

/** The reader under judgement, seen only through the printed shape. */
export const read = (text: string): Reading => readPlan(text);
