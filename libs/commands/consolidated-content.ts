import { proposedFigures, type Total } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';

/**
 * A collecting unit's report: its own figures, and those its round's sheet gives. Never waits for the last child: names who is
 * missing beside the sum and says how many figures nobody reviewed yet (row 58).
 */
export async function consolidatedContent(
  store: Store,
  o: ObligationDoc,
  given: SubmissionContent,
): Promise<SubmissionContent> {
  const header = await store.headers.findOne({ _id: o.consolidates! });
  const totals = ((header?.totals ?? []) as Total[]).filter(({ target }) => o.consolidatedTargets.includes(target));
  const own = given.figures ?? [];
  const said = new Set(own.map(({ target }) => target));
  const figures = [...own, ...proposedFigures(totals).filter(({ target }) => !said.has(target))];
  const missing = [...new Set(totals.flatMap(({ coverage }) => coverage.missing))].sort();
  const unreviewed = totals.reduce((most, total) => Math.max(most, total.unreviewed), 0);
  return { ...given, figures, consolidated: { round: o.consolidates!, missing, unreviewed } };
}
