// A stored preparation and everything around it that its gate looks at. The gate itself is pure: `libs/domain/preparation`.
export * from './children-of.js';
export * from './gate-of.js';
