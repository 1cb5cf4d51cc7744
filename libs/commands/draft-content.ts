import { isRefusal, refuse, type Refusal } from '#libs/domain';
import { draftToSubmit, formFor } from '#libs/forms';
import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';
import { reportRefused } from './report-refused.js';

/** What the draft that was seen hands in. @param seen its hash */
export async function draftContent(store: Store, o: ObligationDoc, seen: string): Promise<SubmissionContent | Refusal> {
  const form = await formFor(store, o);
  if (!form) return refuse('no-form');
  const draft = await draftToSubmit(store, o._id, form, seen);
  if (isRefusal(draft)) return draft;
  if (draft.faults.length) return reportRefused(draft.faults);
  const { overrides, figures = [], ...report } = draft.report;
  return { ...report, figures: [...figures], ...(overrides && { overrides: [...overrides] }) };
}
