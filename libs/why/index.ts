// Why somebody was or was not reminded, from the records of the store. The answer itself is pure: `libs/domain/why`.
export * from './why-of.js';
