import { localDateOf, pledgeFaults, plannedFor, refuse, type Pledge, type Refusal } from '#libs/domain';
import { targetsOfDay } from '#libs/pledges';
import { organisationOn, type ObligationDoc, type Store, type SubmissionContent } from '#libs/store';
import { reportRefused } from './report-refused.js';

/** A registration (đăng ký thi đua) promises every target it is asked about, none below what the unit was assigned on that day. */
export async function checkRegistration(
  store: Store,
  o: ObligationDoc,
  content: SubmissionContent,
  at: Date,
): Promise<SubmissionContent | Refusal> {
  if (o.targets.length === 0) return content;
  const day = localDateOf(at);
  const [targets, { tree }] = await Promise.all([targetsOfDay(store, o.campaign, day), organisationOn(store, day)]);
  const unit = tree.unit(o.subject);
  if (!unit) return refuse('not-found', { id: o.subject });
  const asked = targets
    .filter(({ id }) => o.targets.includes(id))
    .map((target) => ({ target, assigned: plannedFor(target, unit) }));
  const faults = pledgeFaults(asked, (content.pledges ?? []) as Pledge[]);
  return faults.length ? reportRefused(faults) : content;
}
