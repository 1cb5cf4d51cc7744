export { dueOfWording } from './due-of-wording.js';
export { readWording } from './read-wording.js';
export type * from './deadline-wording.types.js';
