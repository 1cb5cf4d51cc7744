import { isRefusal, refuse, registrationOf, type Refusal } from '#libs/domain';
import { draftSeen, filledIn, reportOfDraft } from '#libs/forms';
import { entriesOf, type DraftDoc, type ObligationDoc, type Store, type SubmissionContent } from '#libs/store';
import { reportRefused } from './report-refused.js';

/** What the draft that was seen hands in. @param seen its hash */
export async function draftContent(store: Store, o: ObligationDoc, seen: string): Promise<SubmissionContent | Refusal> {
  const asked = await filledIn(store, o);
  if (!asked) return refuse('no-form');
  const draft = await draftSeen(store, o._id, asked.hash, seen);
  if (isRefusal(draft)) return draft;
  if (asked.form === null) return registered(o, draft);
  const { report: said, faults } = reportOfDraft(draft, asked.form);
  if (faults.length) return reportRefused(faults);
  const { overrides, figures = [], ...report } = said;
  return { ...report, figures: [...figures], ...(overrides && { overrides: [...overrides] }) };
}

function registered({ targets }: ObligationDoc, draft: DraftDoc): SubmissionContent | Refusal {
  const { faults, titles, pledges } = registrationOf(targets, entriesOf(draft));
  return faults.length ? reportRefused(faults) : { titles, ...(targets.length > 0 && { pledges }) };
}
