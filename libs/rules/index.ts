// Dated data with its source. A rule that was applied is pinned by id and version; nothing here reads the time.
export * from './calendars/index.js';
export * from './council-thresholds.js';
export * from './delays.js';
export * from './difficulties.js';
export * from './ladders.js';
export * from './period-patterns.js';
export * from './period-regimes.js';
export * from './default-schedule.js';
export * from './evidence-limits.js';
export * from './reminding.js';
export * from './return-reasons.js';
export * from './rule-book.js';
export * from './council-answer.js';
export * from './document-form.js';
export * from './report-outline.js';
export * from './report-checks.js';
export * from './unopened-mail.js';
