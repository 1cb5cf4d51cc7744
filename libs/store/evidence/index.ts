export type * from './evidence-documents.js';
export type { FileStore } from './file-store.js';
export * from './contents.js';
export * from './evidence-book.js';
export * from './grid-files.js';
export * from './uploads.js';
