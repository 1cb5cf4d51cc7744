// separate entry: @temporalio/worker loads the native core, the API must not import it
export * from './temporal-worker.module.js';
