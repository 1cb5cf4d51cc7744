export { behave } from './behave.js';
export { contentFor, type ContentContext } from './content.js';
export { figuresFor, type FigurePeriod } from './figures.js';
export type * from './behaviour.types.js';
export type * from './content.types.js';
