// Schemas of commands and views, workflow messages, ids and queue names. No decorators, no I/O.
export * from './ids.js';
export * from './processes.js';
