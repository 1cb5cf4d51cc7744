export { campaignWorkflow } from './campaign.workflow.js';
export { cohortWorkflow } from './cohort.workflow.js';
export { sessionWorkflow } from './session.workflow.js';
export { dispatchWorkflow } from './dispatch.workflow.js';
