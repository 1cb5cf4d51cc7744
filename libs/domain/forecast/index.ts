export type * from './forecast.types.js';
export * from './forecast.js';
export * from './coming-acts.js';
export * from './load.js';
