import { Injectable } from '@nestjs/common';
import { may, seesAll, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { Page, PageOf } from '#libs/contracts/http/index.js';
import { localDateOf } from '#libs/domain';
import { organisationOn, planOf, Store, type RoundDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';
import { totalsWithNames } from './totals-with-names.js';

const LISTED = {
  campaign: 1,
  step: 1,
  level: 1,
  collector: 1,
  title: 1,
  opensAt: 1,
  dueAt: 1,
  cutoff: 1,
  graceUntil: 1,
  lockAt: 1,
  expected: 1,
  state: 1,
} as const;

@Injectable()
export class RoundQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** Rounds of a campaign with the figures of their headers; a unit sees what it collects itself or a unit below it collects. */
  async list(
    reader: Reader,
    campaign: string,
    { limit, after, step }: Page & { step?: string | undefined },
  ): Promise<PageOf<object>> {
    const filter = {
      $and: [
        { campaign, ...(step && { step }), ...(after && { _id: { $gt: after } }) },
        await this.readable(reader, campaign),
      ],
    };
    const found = (await this.store.rounds
      .find(filter as never, { projection: LISTED })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as RoundDoc[];
    const [headers, units] = await Promise.all([
      this.store.headers
        .find({ _id: { $in: found.map(({ _id }) => _id) } }, { projection: { totals: 0, epoch: 0 } })
        .toArray(),
      this.names.units(found.map(({ collector }) => collector)),
    ]);
    const headerOf = new Map(headers.map((header) => [header._id, header]));
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      ({ _id, ...round }) => {
        const {
          onTime = 0,
          late = 0,
          nil = 0,
          returned = 0,
          overdue = 0,
          open = round.expected,
          counts = {},
        } = headerOf.get(_id) ?? {};
        return {
          id: _id,
          ...round,
          collectorName: units.get(round.collector) ?? round.collector,
          onTime,
          late,
          nil,
          returned,
          overdue,
          open,
          counts,
        };
      },
    );
  }

  /** One page of rows; header and totals cover the whole round. */
  async sheet(
    { _id, campaign, step, level, collector, title, opensAt, dueAt, expected, state }: RoundDoc,
    { limit, after }: Page,
  ) {
    const [header, rows] = await Promise.all([
      this.store.headers.findOne({ _id }),
      this.store.rows
        .find({ round: _id, ...(after && { _id: { $gt: after } }) } as never, {
          projection: { ancestors: 0, round: 0, campaign: 0 },
        })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray(),
    ]);
    const units = await this.names.units(rows.map(({ unit }) => unit));
    const { totals: kept = [], epoch: _epoch, ...counts } = header ?? {};
    const today = localDateOf(await this.clock.now());
    const totals = await totalsWithNames(this.store, { _id, campaign, step }, kept, today);
    const page = paged(
      rows,
      limit,
      (row) => row._id,
      ({ _id: id, ...row }) => ({ id, ...row, unitName: units.get(row.unit) }),
    );
    return {
      round: { id: _id, campaign, step, level, collector, title, opensAt, dueAt, expected, state },
      header: header ? counts : null,
      rows: page.items,
      totals,
      next: page.next,
    };
  }

  private async readable(reader: Reader, campaign: string): Promise<Record<string, unknown>> {
    if (reader === 'everyone') return {};
    const bodies = await planOf(this.store, campaign);
    if (seesAll(reader, bodies)) return {};
    const collectors = await this.store.rounds.distinct('collector', { campaign } as never);
    const { tree } = await organisationOn(this.store, localDateOf(await this.clock.now()));
    const below = collectors.filter((collector) => {
      const round = { kind: 'round', bodies, collector, aboveCollector: tree.ancestorsOf(collector) } as const;
      return may(reader, 'read', round) === null;
    });
    return { collector: { $in: below } };
  }
}
