// The plan reader: a plan's text in, facts with their evidence out. Pure; runs in browser, API and command line alike.
export { readPlan } from './read-plan.js';
export { checkDocument } from './check-document.js';
export { retold } from './messages/tell.js';
export { normalise } from './text/normalise.js';
export type * from './plan-reading.types.js';
