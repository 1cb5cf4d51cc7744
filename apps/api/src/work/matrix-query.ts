import { Injectable } from '@nestjs/common';
import { ledCampaigns, readableObligations, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { MatrixQuery as Asked, MatrixView } from '#libs/contracts/http/index.js';
import { markOf, type Mark } from '#libs/domain';
import { Store, type CampaignDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';

const LISTED = {
  subject: 1,
  step: 1,
  level: 1,
  ancestors: 1,
  state: 1,
  onTime: 1,
  'clock.dueAt': 1,
  'clock.graceUntil': 1,
} as const;

/** Kinds that every unit owes in its own name; what committees vote and write has lists of its own. */
const OF_UNITS = [
  'own_plan',
  'registration',
  'covenant',
  'report',
  'interim_review',
  'event',
  'final_report',
  'self_score',
  'follow_up',
];

/** Where a unit owes several papers in one step its cell tells of the one that presses most. */
const PRESSING: Mark[] = [
  'overdue',
  'returned',
  'parked',
  'open',
  'waiting',
  'later',
  'never',
  'late',
  'on_time',
  'excused',
];

type Row = MatrixView['rows'][number];

/** Who has handed in what: units × steps, as far as the reader sees them. */
@Injectable()
export class MatrixQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async of(reader: Reader, campaign: string, { limit, after }: Asked): Promise<MatrixView> {
    const [now, steps] = await Promise.all([this.clock.now(), this.stepsOf(campaign)]);
    const filter = {
      $and: [
        readableObligations(reader, await ledCampaigns(this.store, reader)),
        { campaign, kind: { $in: OF_UNITS }, answeringPost: { $exists: false } },
        after === undefined ? {} : { subject: { $gt: after } },
      ],
    };
    // units first: one may owe several papers in a step, and is shown with all of them or on the next page
    const units = (await this.store.obligations
      .aggregate([{ $match: filter }, { $group: { _id: '$subject' } }, { $sort: { _id: 1 } }, { $limit: limit + 1 }])
      .toArray()) as unknown as { _id: string }[];
    const found = (await this.store.obligations
      .find({ $and: [...filter.$and, { subject: { $in: units.map(({ _id }) => _id) } }] } as never, {
        projection: LISTED,
      })
      .sort({ subject: 1, _id: 1 })
      .toArray()) as unknown as ObligationDoc[];
    const rows = new Map<string, Row>();
    const due = new Map<string, Date>();
    for (const { _id, subject, step, level, ancestors, clock, state, onTime } of found) {
      const row = rows.get(subject) ?? { unit: subject, name: subject, level, parent: ancestors[0] ?? null, cells: {} };
      const { dueAt, graceUntil } = clock;
      const cell = { obligation: _id, state, mark: markOf({ state, dueAt, graceUntil, onTime }, now) };
      const before = row.cells[step];
      if (!before || PRESSING.indexOf(cell.mark) < PRESSING.indexOf(before.mark)) row.cells[step] = cell;
      rows.set(subject, row);
      if (!due.has(step) || due.get(step)! > dueAt) due.set(step, dueAt);
    }
    const { items, next } = paged(
      [...rows.values()],
      limit,
      ({ unit }) => unit,
      (row) => row,
    );
    const named = await this.names.units(items.flatMap(({ unit }) => unit));
    return {
      now: now.toISOString(),
      columns: steps.flatMap(({ id, title }) =>
        due.has(id) ? [{ id, title, dueAt: due.get(id)!.toISOString() }] : [],
      ),
      rows: items.map((row) => ({ ...row, name: named.get(row.unit) ?? row.unit })),
      next,
    };
  }

  private async stepsOf(campaign: string): Promise<{ id: string; title: string }[]> {
    const projection = { 'plan.steps.id': 1, 'plan.steps.title': 1 };
    const found = (await this.store.campaigns.findOne(
      { _id: campaign },
      { projection },
    )) as unknown as CampaignDoc | null;
    return found?.plan.steps ?? [];
  }
}
