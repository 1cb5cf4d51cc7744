export { type RunningEmbedded, startEmbedded } from './embedded.js';
export { ManagedProcess, type ProcessSpec } from './managed-process.js';
export { compiled, projectRoot } from './root.js';
export { ensureSearchAttributes, searchAttributes } from './search-attributes.js';
export type { Embedded, EmbeddedOptions, ServerInfo, ServerName } from './types.js';
