export interface AccountOptions {
  /** Address people open, without a slash at its end. */
  publicUrl: string;
  /** A sign-in ends after so long without use, milliseconds. Default 2 hours (SESSION_IDLE_MINUTES). */
  idleMs: number;
  /** A sign-in ends so long after it began, milliseconds. Default 12 hours (SESSION_HOURS). */
  longestMs: number;
}
export const ACCOUNT_OPTIONS = Symbol('ACCOUNT_OPTIONS');

const HOUR = 3_600_000;
/** How long an invitation waits for its reader, who may be out of office for days. */
export const INVITED_MS = 7 * 24 * HOUR;
/** A reset is asked for and used at once. */
export const RESET_MS = HOUR;

/** Mail addresses are compared as people read them. */
export const loginOf = (address: string): string => address.normalize('NFKC').trim().toLowerCase();
