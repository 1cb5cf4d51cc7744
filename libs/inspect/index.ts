// Workflows beside their records: what stands still and why, and what an administrator may do about it.
export * from './inspector.js';
export * from './workflow-commands.js';
export * from './local-time.js';
export type { Cause } from './causes.js';
