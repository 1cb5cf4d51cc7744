import { merge, namedTotals, type SheetCounts, type Total } from '#libs/domain';
import { rowsOf, type RoundDoc, type SheetRowDoc, type Store } from '#libs/store';

/** The consolidated table of what one unit collects in one step. */
export interface SheetOfUnit {
  round: Pick<RoundDoc, 'campaign' | 'step' | 'collector' | 'title' | 'dueAt' | 'state'> & {
    id: string;
    level: string;
  };
  header: Omit<SheetCounts, 'totals'>;
  rows: {
    unit: string;
    state: string;
    submittedAt: Date | null;
    onTime: boolean | null;
    figures: {
      target: string;
      value: number | null;
      numerator: number | null;
      denominator: number | null;
      status: string;
    }[];
  }[];
  totals: {
    target: string;
    method: string;
    value: number | null;
    coverage: { in: number; nil: number; missing: string[] };
  }[];
}

/**
 * Rounds that one unit collects on several levels of a step are shown together, or one level alone.
 * @returns null where the unit collects nothing in this step
 */
export async function sheetOf(
  store: Store,
  { campaign, step, unit, level }: { campaign: string; step: string; unit: string; level?: string | undefined },
): Promise<SheetOfUnit | null> {
  const filter = { campaign, step, collector: unit, ...(level !== undefined && { level }) };
  const rounds = (await store.rounds
    .find(filter as never)
    .sort({ _id: 1 })
    .toArray()) as unknown as RoundDoc[];
  if (rounds.length === 0) return null;
  const ids = rounds.map(({ _id }) => _id);
  const [headers, plan, rows] = await Promise.all([
    store.headers.find({ _id: { $in: ids } }).toArray(),
    store.campaigns.findOne({ _id: campaign }, { projection: { 'plan.targets': 1 } }),
    rowsOf(store, ids),
  ]);
  const { targets } = plan!.plan;
  const totals = ids.map((id) =>
    namedTotals(
      targets,
      rows.filter(({ round }) => round === id),
    ),
  );
  const reported = new Set(totals.flatMap((ofRound) => ofRound.map(({ target }) => target)));
  return {
    round: roundView(rounds),
    header: rounds
      .map((round) => headers.find(({ _id }) => _id === round._id) ?? nothing(round.expected))
      .reduce(add, nothing(0)),
    rows: [...rows].sort((a, b) => (a._id < b._id ? -1 : 1)).map(rowView),
    totals: merge(
      targets.filter(({ id }) => reported.has(id)),
      totals,
    ).map(totalView),
  };
}

function roundView(rounds: RoundDoc[]): SheetOfUnit['round'] {
  const { campaign, step, collector, title, state } = rounds[0]!;
  const joined = (of: (round: RoundDoc) => string): string => rounds.map(of).join('+');
  const dueAt = new Date(Math.max(...rounds.map((round) => round.dueAt.getTime())));
  return {
    id: joined(({ _id }) => _id),
    campaign,
    step,
    level: joined((one) => one.level),
    collector,
    title,
    dueAt,
    state,
  };
}

const rowView = ({ unit, state, submittedAt, onTime, figures }: SheetRowDoc): SheetOfUnit['rows'][number] => ({
  ...{ unit, state, submittedAt, onTime },
  figures: figures.map(({ target, value, numerator = null, denominator = null, status }) => ({
    ...{ target, value, numerator, denominator, status },
  })),
});

const totalView = ({ target, method, value, coverage: { in: present, nil, missing } }: Total) => ({
  ...{ target, method, value },
  coverage: { in: present, nil, missing },
});

/** A round that no event has touched yet has no header. */
const nothing = (expected: number): SheetOfUnit['header'] => ({
  ...{ expected, counts: {}, onTime: 0, late: 0, nil: 0, returned: 0, overdue: 0, open: expected },
});

function add(a: SheetOfUnit['header'], b: SheetOfUnit['header']): SheetOfUnit['header'] {
  const states = [...new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])];
  return {
    expected: a.expected + b.expected,
    counts: Object.fromEntries(states.map((state) => [state, (a.counts[state] ?? 0) + (b.counts[state] ?? 0)])),
    onTime: a.onTime + b.onTime,
    late: a.late + b.late,
    nil: a.nil + b.nil,
    returned: a.returned + b.returned,
    overdue: a.overdue + b.overdue,
    open: a.open + b.open,
  };
}
