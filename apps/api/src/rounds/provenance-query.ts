import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { ProvenanceQuery as Asked } from '#libs/contracts/http/index.js';
import { COUNTED, localDateOf } from '#libs/domain';
import { Store, type ObligationDoc, type RoundDoc, type SheetRowDoc, type SubmissionDoc } from '#libs/store';
import { urlOf } from '../evidence/evidence-query.js';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';
import { ProblemError } from '../http/problem-error.js';
import { totalsWithNames } from './totals-with-names.js';

type Reported = Pick<
  ObligationDoc,
  '_id' | 'campaign' | 'subject' | 'state' | 'submission' | 'consolidates' | 'amendment' | 'amendments'
>;
const OF_REPORT = {
  campaign: 1,
  subject: 1,
  state: 1,
  submission: 1,
  consolidates: 1,
  amendment: 1,
  amendments: 1,
} as const;

/** Where a figure comes from: its total, the reports below, each with what shows it and its history; and so on down. */
@Injectable()
export class ProvenanceQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** One target of a round: the total, and a page of the reports that bring it or are missing. */
  async ofRound(round: RoundDoc, { target, limit, after }: Asked): Promise<object> {
    const header = await this.store.headers.findOne({ _id: round._id });
    const today = localDateOf(await this.clock.now());
    const totals = await totalsWithNames(this.store, round, header?.totals ?? [], today);
    const total = totals.find((one) => (one as { target: string }).target === target);
    const filter = { round: round._id, targets: target, ...(after && { _id: { $gt: after } }) };
    const rows = (await this.store.rows
      .find(filter as never, { projection: { unit: 1, state: 1, figures: 1, nil: 1, handedInAt: 1 } })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as SheetRowDoc[];
    if (!total && rows.length === 0)
      throw ProblemError.of(404, 'not-found', { data: { id: `${round._id}/${target}` } });
    const page = rows.slice(0, limit);
    const reports = await this.reports(page.map(({ _id }) => _id));
    const units = await this.names.units(page.map(({ unit }) => unit));
    const { items, next } = paged(
      rows,
      limit,
      ({ _id }) => _id,
      ({ _id, unit, state, figures, nil, handedInAt }) => ({
        obligation: _id,
        unit,
        unitName: units.get(unit) ?? unit,
        state,
        counted: state !== undefined && COUNTED.includes(state),
        nil,
        figure: figures.find((one) => one.target === target) ?? null,
        handedInAt: handedInAt ?? null,
        ...sourceOf(reports.get(_id), target),
      }),
    );
    return { round: round._id, target, total: total ?? null, reports: items, next };
  }

  /** One figure of one report. */
  async ofObligation(o: Reported, target: string): Promise<object> {
    const reports = await this.reports([o._id]);
    const report = reports.get(o._id);
    const figure = report?.kept?.content.figures?.find((one) => one.target === target) ?? null;
    if (!figure) throw ProblemError.of(404, 'not-found', { data: { id: `${o._id}/${target}` } });
    const changes = [...(o.amendments ?? []), ...(o.amendment ? [o.amendment] : [])];
    return {
      obligation: o._id,
      unit: o.subject,
      state: o.state,
      target,
      figure,
      ...sourceOf(report, target),
      gaps: (report?.kept?.content.consolidated?.gaps ?? []).filter(({ missing }) =>
        missing.some((one) => one.target === target),
      ),
      changes: changes.filter(({ figures }) => figures.some((one) => one.target === target)),
    };
  }

  private async reports(ids: string[]): Promise<Map<string, { o: Reported; kept: SubmissionDoc | undefined }>> {
    const found = (await this.store.obligations
      .find({ _id: { $in: ids } }, { projection: OF_REPORT })
      .toArray()) as unknown as Reported[];
    const submissions = (await this.store.submissions
      .find({ _id: { $in: found.flatMap(({ submission }) => submission ?? []) } })
      .toArray()) as unknown as SubmissionDoc[];
    const byId = new Map(submissions.map((one) => [one._id, one]));
    return new Map(found.map((o) => [o._id, { o, kept: byId.get(o.submission ?? '') }]));
  }
}

/** The paper behind a figure and the ways on: down to the round it was made from, and to the history. */
function sourceOf(report: { o: Reported; kept: SubmissionDoc | undefined } | undefined, target: string): object {
  const { o, kept } = report ?? {};
  const { consolidated, evidence, figures = [] } = kept?.content ?? {};
  const below = o?.consolidates && consolidated?.coverage?.some((one) => one.target === target) ? o.consolidates : null;
  const figure = figures.find((one) => one.target === target);
  return {
    submission: kept ? { id: kept._id, attempt: kept.attempt, hash: kept.contentHash, at: kept.at, by: kept.by } : null,
    proof: figure?.proof ?? null,
    evidence: (evidence?.[`figures.${target}`] ?? []).map((file) => ({ ...file, url: urlOf(o!._id, file.hash) })),
    override: consolidated?.overrides?.find((one) => one.target === target) ?? null,
    below: below && `/api/rounds/${below}/provenance?target=${target}`,
    timeline: o ? `/api/obligations/${o._id}/timeline` : null,
  };
}
