export * from './temporal.options.js';
export * from './temporal-client.module.js';
export * from './activities.js';
export * from './temporal-error.filter.js';
export * from './engine.js';
export * from './heartbeat.js';
export * from './look-at-workflow.js';
