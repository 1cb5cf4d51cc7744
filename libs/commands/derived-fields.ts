import { clockKey, isFinal } from '#libs/domain';
import type { ObligationDoc } from '#libs/store';

/** Fields that follow from others and are stored only to be searched by. */
export function derivedFields(obligation: ObligationDoc, next: Partial<ObligationDoc>): Partial<ObligationDoc> {
  return { clockKey: clockKey(next.clock ?? obligation.clock), settled: isFinal(next.state ?? obligation.state) };
}
