export * from './calendar-book.js';
export * from './in-force.js';
export * from './check-data.js';
export * from './difference.js';
export { lunarDaysOf } from './lunar/lunar-year.js';
