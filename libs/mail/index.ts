export * from './judge.js';
export * from './mailer.js';
export * from './mail.module.js';
export * from './render.js';
export * from './verp.js';
export * from './bounce.js';
export * from './link-token.js';
