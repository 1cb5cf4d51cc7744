export * from './actor.js';
export * from './authenticator.js';
export * from './session-authenticator.js';
export * from './dev-authenticator.js';
export * from './policy.js';
export * from './readable.js';
export * from './refusals.js';
export * from './access.module.js';
