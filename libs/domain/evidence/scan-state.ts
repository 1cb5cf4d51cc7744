import type { ScanResult, ScanState } from './evidence.types.js';

/**
 * How a file stands with the scanner, for whoever bound it. An infection found by anybody's scan holds for all; a clean result only
 * for who sent the bytes before it, so that nobody learns from a quick `clean` that somebody else has the same file.
 * @param since real instant at which the bytes were sent  @param scanner whether one is set up
 */
export function scanStateOf(scan: ScanResult | null, since: Date, scanner: boolean): ScanState {
  if (scan?.state === 'infected') return 'infected';
  if (scan && scan.at >= since) return 'clean';
  return scanner ? 'pending' : 'unscanned';
}

/** What may leave the house. */
export const mayBeServed = (state: ScanState): boolean => state === 'clean' || state === 'unscanned';
