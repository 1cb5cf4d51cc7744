export type * from './evidence.types.js';
export * from './judge-file.js';
export * from './place.js';
export * from './scan-state.js';
