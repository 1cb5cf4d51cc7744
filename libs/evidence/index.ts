// Files that show what a report says: how they come in, are told apart, scanned, kept and checked. The pure rules are in libs/domain/evidence.
export * from './append-bytes.js';
export * from './bound-evidence.js';
export * from './clamd.js';
export * from './complete-upload.js';
export * from './report-files.js';
export * from './scan-due.js';
export * from './sweep.js';
export * from './verify.js';
