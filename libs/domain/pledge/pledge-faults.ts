import { block, type Fault } from '../form/fault.types.js';
import type { Target } from '../target/target.types.js';
import { stretchOf } from './stretch.js';

/** What a unit says it will reach. */
export interface Pledge {
  target: string;
  value: number | null;
}

/** A target a unit is asked to pledge for, and what it was assigned of it; null where nobody has decided that. */
export interface AskedPledge {
  target: Target;
  assigned: number | null;
}

/**
 * What is wrong with the pledges of a registration (đăng ký thi đua), all at once: each target that is asked for has a pledge, and none
 * asks less of the unit than what was assigned to it. A target without an assigned level may be pledged at any, or left open.
 */
export function pledgeFaults(asked: readonly AskedPledge[], pledges: readonly Pledge[]): Fault[] {
  const said = new Map(pledges.map(({ target, value }) => [target, value]));
  return asked.flatMap(({ target, assigned }) => {
    const path = `pledges.${target.id}`;
    const value = said.get(target.id) ?? null;
    if (value === null)
      return assigned === null && said.has(target.id) ? [] : [block(path, 'fault.pledge-missing', { assigned })];
    const below = target.comparator !== 'unclear' && stretchOf(target, assigned, value)?.level === 'less';
    return below ? [block(path, 'fault.pledge-below-assigned', { assigned, value })] : [];
  });
}
