export type * from './amendment.types.js';
export * from './amended-figures.js';
export * from './can-amend.js';
export * from './propose-amendment.js';
