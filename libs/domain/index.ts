// The pure rules of the engine. No I/O, no clock of its own; `now` is always an argument.
export * from './time/local-date.js';
export type * from './calendar/work-calendar.types.js';
export type * from './deadline/deadline.types.js';
export type * from './ladder/ladder.types.js';
export type * from './units/unit.types.js';
export type * from './target/target.types.js';
export type * from './plan/plan.types.js';
export type * from './obligation/obligation.types.js';
export * from './calendar/working-days.js';
export * from './calendar/unknown-calendar-year.js';
export * from './deadline/deadlines.js';
export * from './deadline/slots.js';
export type * from './period/period.types.js';
export * from './period/periods.js';
export * from './ladder/agenda.js';
export * from './ladder/recipients.js';
export * from './units/tree.js';
export * from './units/unit-tree-defects.js';
