import { localDateOf } from '#libs/domain';
import { difficultyRuleOn } from '#libs/rules';
import { draftOf, entriesOf, type Store } from '#libs/store';
import { assignedBeside } from '../assigned.js';
import { earlierReports, lastFigures } from '../earlier-reports.js';
import type { Owed, PinnedForm } from '../form-for.js';
import { difficultyKeys } from './difficulty-rows.js';
import { excelTemplate } from './template.js';

/** The Excel form of a report with everything known beside it and the draft as it stands. */
export async function excelTemplateOf(store: Store, pinned: PinnedForm, owed: Owed, now: Date): Promise<Buffer> {
  const [assigned, earlier, draft, unit] = await Promise.all([
    assignedBeside(store, pinned, owed, localDateOf(now)),
    earlierReports(store, pinned.plan, owed),
    draftOf(store, owed._id),
    store.units.findOne({ _id: owed.subject }, { projection: { name: 1 } }),
  ]);
  const last = lastFigures(earlier);
  const beside = assigned.map((one) => ({ ...one, last: last.find(({ target }) => target === one.target) ?? null }));
  const entries = entriesOf(draft);
  return excelTemplate(pinned, {
    obligation: owed._id,
    unitName: unit?.name ?? owed.subject,
    entries,
    beside,
    difficulties: difficultyKeys(entries, draft?.revision ?? 0, difficultyRuleOn(localDateOf(now))),
  });
}
