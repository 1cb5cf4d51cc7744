import type { CouncilSpec, LocalDate } from '#libs/domain';
import { thresholdOn } from './council-thresholds.js';

export interface AppliedThreshold {
  yesShare: number;
  attendanceShare: number;
  verified: boolean;
  source: string;
}

/**
 * What a session must reach: the verified law of its day, else what the officer answered, marked unverified.
 * @throws Error when the law is not known and nobody answered: the launch gate asks before it comes to this
 */
export function thresholdFor({ award, answer, unit }: CouncilSpec, day: LocalDate): AppliedThreshold {
  const rule = thresholdOn(award, day, unit);
  if (rule.verified && 'source' in rule && rule.attendanceShare !== null) {
    const { yesShare, attendanceShare, source } = rule;
    return { yesShare, attendanceShare, verified: true, source };
  }
  if (!answer)
    throw new Error(`No verified vote threshold for ${award} on ${day}, and no officer's answer in the plan`);
  const { yesShare, attendanceShare, ground } = answer;
  return { yesShare, attendanceShare, verified: false, source: ground };
}
