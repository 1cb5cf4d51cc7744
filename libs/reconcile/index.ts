export type { Finding, FindingKind, Found, Look } from './finding.js';
export { finding, speak } from './finding.js';
export { each, GRACE_MS } from './check.js';
export { executionOf, judgeProcess } from './judge-process.js';
export { Reconciler } from './reconciler.js';
