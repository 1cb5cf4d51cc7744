import {
  amendedFigures,
  COUNTED,
  gapStatement,
  localDateOf,
  namedTotals,
  proposedFigures,
  refuse,
  type Figure,
  type Gap,
  type Refusal,
  type Target,
} from '#libs/domain';
import { targetsOfStep } from '#libs/pledges';
import { rowsOf, type ObligationDoc, type SheetRowDoc, type Store, type SubmissionContent } from '#libs/store';
import { carriedOver } from './carried-over.js';

/**
 * A collecting unit's report: its own figures, and those its round's sheet gives. Never waits for the last child: names who is
 * missing and how much of the whole they are (F10, row 58), says how many figures nobody reviewed yet, and keeps what was computed
 * beside every figure that the unit says itself, with its reason (row 62).
 */
export async function consolidatedContent(
  store: Store,
  o: ObligationDoc,
  given: SubmissionContent,
  at: Date,
): Promise<SubmissionContent | Refusal> {
  const round = o.consolidates!;
  const [targets, rows, carried] = await Promise.all([
    targetsOfStep(store, o.campaign, o.step, localDateOf(at)),
    rowsOf(store, [round]),
    carriedOver(store, o),
  ]);
  const totals = namedTotals(targets, rows).filter(({ target }) => o.consolidatedTargets.includes(target));
  const own = given.figures ?? [];
  const computed = proposedFigures(totals);
  const overrides = overridesOf(o, given, computed, targets);
  const unsaid = overrides.filter(({ reason }) => reason === null).map(({ target }) => target);
  if (unsaid.length) return refuse('override-needs-reason', { targets: unsaid.join(', ') });
  const said = new Set(own.map(({ target }) => target));
  const asked = (target: string): string[] =>
    rows.filter((row) => row.state !== 'excused' && row.targets.includes(target)).map(({ unit }) => unit);
  const consolidated = {
    round,
    missing: [...new Set(totals.flatMap(({ coverage }) => coverage.missing))].sort(),
    unreviewed: totals.reduce((most, total) => Math.max(most, total.unreviewed), 0),
    coverage: totals.map(({ target, coverage: { expected, in: present, nil } }) => ({
      target,
      expected,
      in: present,
      nil,
    })),
    gaps: gapStatement(targets, totals, asked, await gapsBelow(store, rows)),
    ...(overrides.length && { overrides }),
    ...(carried.length && { carried }),
  };
  return { ...given, figures: [...own, ...computed.filter(({ target }) => !said.has(target))], consolidated };
}

/** What of a report was given by hand, so that the rest can be computed again. */
export function givenByHand(
  o: ObligationDoc,
  { consolidated, figures = [], ...content }: SubmissionContent,
): SubmissionContent {
  const byHand = new Set([...o.targets, ...(consolidated?.overrides ?? []).map(({ target }) => target)]);
  return { ...content, figures: figures.filter(({ target }) => byHand.has(target)) };
}

export interface Override {
  target: string;
  computed: Figure | null;
  reason: string | null;
}

/** Figures said by hand where the sheet has another one, or where the plan leaves them to the collecting unit. */
function overridesOf(
  o: ObligationDoc,
  { figures = [], overrides = [] }: SubmissionContent,
  computed: readonly Figure[],
  targets: readonly Target[],
): Override[] {
  const reasons = new Map(overrides.map(({ target, reason }) => [target, reason]));
  const below = o.consolidatedTargets.filter((target) => !o.targets.includes(target));
  return figures
    .filter(({ target }) => below.includes(target))
    .flatMap((figure): Override[] => {
      const { target } = figure;
      const gave = computed.find((one) => one.target === target);
      const byHand = targets.find(({ id }) => id === target)?.method === 'manual';
      if (!byHand && amendedFigures([target], gave ? [gave] : [], [figure]).length === 0) return [];
      return [{ target, computed: gave ?? null, reason: reasons.get(target) ?? null }];
    });
}

/** Gap statements of the reports that are in and were themselves made from others. */
async function gapsBelow(store: Store, rows: readonly SheetRowDoc[]): Promise<Map<string, Gap[]>> {
  const ids = rows.filter(({ state }) => COUNTED.includes(state)).map(({ _id }) => _id);
  const reports = await store.obligations
    .find({ _id: { $in: ids }, consolidates: { $type: 'string' } } as never, {
      projection: { submission: 1, subject: 1 },
    })
    .toArray();
  if (reports.length === 0) return new Map();
  const projection = { 'content.consolidated.gaps': 1, obligation: 1 };
  const submissions = await store.submissions
    .find({ _id: { $in: reports.flatMap(({ submission }) => submission ?? []) } }, { projection })
    .toArray();
  const subjectOf = new Map(reports.map(({ _id, subject }) => [_id, subject]));
  return new Map(
    submissions.map(({ obligation, content }) => [subjectOf.get(obligation)!, content?.consolidated?.gaps ?? []]),
  );
}
