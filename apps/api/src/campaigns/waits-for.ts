import type { StepCondition } from '#libs/domain';
import type { CampaignDoc } from '#libs/store';

type Steps = CampaignDoc['steps'];

/** Titles of the steps whose opening or end a step still waits for; a skipped step satisfies. */
export function waitsFor(after: readonly StepCondition[], steps: Steps): string[] {
  return after.flatMap(({ step, is }) => {
    const record = steps.find(({ id }) => id === step);
    if (!record || record.state === 'finished' || record.state === 'skipped') return [];
    return is === 'opened' && record.state === 'opened' ? [] : [record.title];
  });
}
