export type * from './difficulty.types.js';
export * from './raise.js';
export * from './said-again.js';
export * from './words-before.js';
export * from './forward-to.js';
export * from './decide-difficulty.js';
