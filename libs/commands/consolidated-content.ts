import type { Figure } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';

interface Total {
  target: string;
  value: number | null;
  numerator?: number;
  denominator?: number;
  coverage: { missing: string[] };
  unreviewed: number;
}

/**
 * A collecting unit's report made from its own round's sheet: never waits for the last child, names who is missing
 * beside the sum and says how many figures nobody reviewed yet (row 58).
 */
export async function consolidatedContent(store: Store, o: ObligationDoc, given: SubmissionContent): Promise<SubmissionContent> {
  const header = await store.headers.findOne({ _id: o.consolidates! });
  const totals = (header?.totals ?? []) as Total[];
  const own = new Map((given.ownFigures as Figure[] | undefined)?.map((figure) => [figure.target, figure]) ?? []);
  const figures = o.targets.map((target): Figure => {
    const total = totals.find((one) => one.target === target);
    const mine = own.get(target);
    if (mine) return mine;
    const { value = null, numerator, denominator } = total ?? {};
    return { target, value, ...(numerator === undefined ? {} : { numerator, denominator: denominator ?? 0 }), status: 'final' };
  });
  const missing = [...new Set(totals.flatMap((total) => total.coverage.missing))].sort();
  const unreviewed = totals.reduce((most, total) => Math.max(most, total.unreviewed), 0);
  return { ...given, figures, consolidated: { round: o.consolidates!, missing, unreviewed } };
}
