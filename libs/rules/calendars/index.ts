export * from './calendar-book.js';
export * from './in-force.js';
export { buildYear } from './build-year.js';
export { yearlyDecisions } from './yearly-decisions.js';
export { lunarDaysOf, type LunarDays } from './lunar/lunar-year.js';
