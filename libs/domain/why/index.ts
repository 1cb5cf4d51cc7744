export type * from './why.types.js';
export * from './why.js';
