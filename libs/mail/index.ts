export * from './judge.js';
export * from './mailer.js';
export * from './mail.module.js';
export * from './render.js';
