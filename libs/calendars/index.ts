export * from './calendars.js';
export * from './calendars.module.js';
export * from './calendar-view.js';
export * from './read-calendar-file.js';
