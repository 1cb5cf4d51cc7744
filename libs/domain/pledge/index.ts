export * from './stretch.js';
export * from './pledge-faults.js';
export * from './pledge-table.js';
export * from './registration-draft.js';
export * from './stretch-text.js';
export * from './untaken.js';
