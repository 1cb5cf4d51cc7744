import { checkReport, localDateOf, type Fault, type Report } from '#libs/domain';
import { difficultyRuleOn, reportChecksOn } from '#libs/rules';
import type { Store } from '#libs/store';
import { earlierReports } from './earlier-reports.js';
import type { Owed, PinnedForm } from './form-for.js';

/** Every fault of a report against its form and the period before: the one judge of form, file and program. */
export async function judgeReport(
  store: Store,
  pinned: PinnedForm,
  owed: Owed,
  report: Report,
  at: Date,
): Promise<Fault[]> {
  const [last] = await earlierReports(store, pinned.plan, owed);
  const day = localDateOf(at);
  const rules = { ...reportChecksOn(day), difficulties: difficultyRuleOn(day) };
  return checkReport(report, { form: pinned.form, last: last?.report ?? null, rules });
}
