export * from './activities.module.js';
export type * from './notice-seed.js';
export * from './notices.js';
