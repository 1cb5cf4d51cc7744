// What travels over HTTP: bodies, queries, views and problems. Apart from the ids, so that workflows never load zod.
export * from './vi-errors.js';
export * from './primitives.js';
export * from './content.js';
export * from './bodies.js';
export * from './campaign-plan.js';
export * from './campaign-time.js';
export * from './queries.js';
export * from './problems.js';
export * from './views.js';
export * from './forecast-view.js';
export * from './plan-answers.js';
export * from './preparation-bodies.js';
export * from './preparation-view.js';
export * from './calendars.js';
export * from './planning.js';
export * from './letters.js';
export * from './console.js';
