import type { Obligation } from './obligation.types.js';

/** Rung of the notice by which the receiver hears of the n-th request for more time. */
export const requestRung = (n: number): string => (n === 1 ? 'extension-request' : `extension-request-${n}`);

/** True while the request that a rung speaks of waits for its decision, and the work is still owed. */
export function requestStands(
  { state, extension, extensions }: Pick<Obligation, 'state' | 'extension' | 'extensions'>,
  rung: string,
) {
  const owed = state === 'scheduled' || state === 'open' || state === 'returned';
  return owed && extension !== null && extension.decision === undefined && requestRung(extensions) === rung;
}
