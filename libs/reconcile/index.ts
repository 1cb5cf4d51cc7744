export type { Finding, FindingKind, Found, Look } from './finding.js';
export { speak } from './finding.js';
export { Reconciler } from './reconciler.js';
