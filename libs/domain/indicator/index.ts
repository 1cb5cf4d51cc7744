// The catalogue of indicators: versions, what a target is held to, and figures as Vietnamese offices write them.
export type * from './indicator.types.js';
export * from './define-indicator.js';
export * from './figure-text.js';
export * from './pin-indicators.js';
