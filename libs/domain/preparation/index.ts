// From the text of a plan to a checked campaign: the reading, an officer's answers, what was confirmed and waived.
export type * from './answers.types.js';
export type * from './preparation.types.js';
export { composePlan } from './compose/compose-plan.js';
export { confirm } from './confirm.js';
export { copyForYear } from './copy-for-year.js';
export { fieldsOf } from './fields.js';
export { gate } from './gate/gate.js';
export type { Gate, GateItem, GateSurroundings } from './gate/gate.types.js';
export { defectsOf } from './gate/defect-items.js';
export { questionsOf } from './gate/question-items.js';
export { gatherAnswers } from './gather-answers.js';
export { mergeAnswers, type GivenAnswers } from './merge-answers.js';
export { coverageOf, type ChildPlan } from './parent-link.js';
export { kindText } from './offer/offer-levels.js';
export { offerAnswers, type OfferGround } from './offer/offer-answers.js';
export { groundOf, type PreparedGround } from './prepared-ground.js';
export { mayWaive } from './waiver-rights.js';
export { NOT_YOURS, waive, withdrawWaiver } from './waive.js';
