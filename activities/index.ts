export * from './activities.module.js';
export * from './notices.js';
