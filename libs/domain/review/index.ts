export type * from './remark.types.js';
export * from './parts.js';
export { openParts } from './remarks.js';
