export type * from './covenant.types.js';
export * from './standing.js';
export * from './parts.js';
export * from './propose.js';
export * from './sign.js';
export * from './ask-again.js';
export * from './lay-out-covenants.js';
