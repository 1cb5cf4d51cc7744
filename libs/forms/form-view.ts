import { localDateOf, percentBeyond, type EarlierFigure } from '#libs/domain';
import { draftFields, draftHash, draftOf, type DraftDoc, type Store } from '#libs/store';
import { assignedBeside, type Assigned } from './assigned.js';
import { earlierReports, lastFigures } from './earlier-reports.js';
import type { Owed, PinnedForm } from './form-for.js';
import { columnOf } from './proposals.js';

/** Minutes after which somebody who has not typed is no longer shown as editing. */
const EDITING_MINUTES = 15;

/** The form as a person sees it: what is asked, what stands beside each cell, and the draft as it is. */
export async function formView(store: Store, pinned: PinnedForm, owed: Owed, now: Date) {
  const { hash, form, plan } = pinned;
  const [earlier, beside, draft] = await Promise.all([
    earlierReports(store, plan, owed),
    assignedBeside(store, pinned, owed, localDateOf(now)),
    draftOf(store, owed._id),
  ]);
  const [finals, estimates] = [lastFigures(earlier, 'final'), lastFigures(earlier, 'estimated')];
  return {
    obligation: owed._id,
    version: hash,
    ...form,
    column: columnOf(pinned),
    cells: form.cells.map((cell, n) => ({
      ...cell,
      ...withStretch(beside[n]!),
      last: { final: figureOf(finals, cell.target), estimated: figureOf(estimates, cell.target) },
    })),
    draft: draftView(draft, now),
  };
}

const figureOf = (figures: readonly EarlierFigure[], id: string): EarlierFigure | null =>
  figures.find(({ target }) => target === id) ?? null;

const withStretch = ({ assigned, group, pledged }: Assigned) => ({
  assigned,
  group,
  pledged,
  stretch: percentBeyond(assigned, pledged),
});

/** The fields with their revisions, and who typed lately in which. */
export function draftView(draft: DraftDoc | null, now: Date) {
  const fields = draftFields(draft);
  const lately = now.getTime() - EDITING_MINUTES * 60_000;
  const editors = new Map<string, { post: string; person: string | null; path: string; at: Date }>();
  for (const [path, { by, person, at }] of Object.entries(fields)) {
    const known = editors.get(by);
    if (at.getTime() >= lately && (!known || known.at < at)) editors.set(by, { post: by, person, path, at });
  }
  return {
    revision: draft?.revision ?? 0,
    form: draft?.form ?? null,
    hash: draftHash(draft),
    fields,
    editors: [...editors.values()].sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}
