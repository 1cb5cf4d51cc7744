export * from './outcome.js';
export * from './guarded-write.js';
export * from './obligation-commands.js';
export * from './campaign-commands.js';
export * from './draft-commands.js';
export * from './session-commands.js';
export * from './mail-commands.js';
export * from './commands.module.js';
