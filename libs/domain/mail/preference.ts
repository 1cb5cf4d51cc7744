import { DIGEST_TIME } from '../deadline/slots.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Preference, RemindingRule } from './reminding.types.js';

/** Who chose nothing. */
export const USUAL: Preference = { digestAt: DIGEST_TIME, frequency: 'daily' };

/** May a person choose this? @returns a refusal in words, else null */
export function preferenceFault({ digestAt }: Preference, { digest }: RemindingRule): Refusal | null {
  const { earliest, latest, stepMinutes } = digest;
  const between = digestAt >= earliest && digestAt <= latest;
  if (between && Number(digestAt.slice(3)) % stepMinutes === 0) return null;
  return refuse('preference-hour', { hour: digestAt, earliest, latest, step: stepMinutes });
}
