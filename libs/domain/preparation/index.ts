// From the text of a plan to a checked campaign: the reading, an officer's answers, what was confirmed and waived.
export type * from './answers.types.js';
export { composePlan } from './compose/compose-plan.js';
