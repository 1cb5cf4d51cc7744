import type { Backoff } from './note-delivery.js';

/** How long letters under way stay with their worker, and when one that was put off is tried again. */
export interface MailLease {
  /** Wall-clock milliseconds a claim is held before another worker may take it; default 15,000. Renewed while its worker lives. */
  leaseMs: number;
  backoff: Backoff;
}
export const MAIL_LEASE = Symbol('MAIL_LEASE');
