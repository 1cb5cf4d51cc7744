import { Injectable } from '@nestjs/common';
import { ledCampaigns, readableObligations, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { LateListQuery, LateView, PageOf } from '#libs/contracts/http/index.js';
import { dayNumber, localDateOf, say, type MessageCode } from '#libs/domain';
import { Store, type ObligationDoc } from '#libs/store';
import { paged } from '../http/paged.js';
import { Names } from '../http/names.js';

/** Who is late, longest first. Lateness is the due instant compared with now, never when a timer fired. */
@Injectable()
export class LateQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** @param campaign null for all that the reader may see */
  async list(
    reader: Reader,
    campaign: string | null,
    { limit, after, level }: LateListQuery,
  ): Promise<PageOf<LateView>> {
    const now = await this.clock.now();
    const filter = {
      $and: [
        readableObligations(reader, await ledCampaigns(this.store, reader)),
        {
          ...(campaign === null ? {} : { campaign }),
          ...(level === undefined ? {} : { level }),
          state: { $in: ['open', 'returned'] },
          'clock.dueAt': { $lt: now },
          'clock.graceUntil': { $not: { $gte: now } },
        },
        afterCursor(after),
      ],
    };
    const found = (await this.store.obligations
      .find(filter as never, { projection: SHOWN })
      .sort({ 'clock.dueAt': 1, _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as ObligationDoc[];
    const units = await this.names.units(found.map(({ subject }) => subject));
    const cursor = ({ _id, clock }: ObligationDoc): string => `${clock.dueAt.getTime()}~${_id}`;
    return paged(found, limit, cursor, ({ _id, campaign: code, subject, title, state, level: own, clock }) => ({
      obligation: _id,
      campaign: code,
      unit: subject,
      unitName: units.get(subject) ?? subject,
      title,
      state,
      stateText: say(`state.${state}` as MessageCode),
      dueAt: clock.dueAt.toISOString(),
      level: own,
      declaredDay: clock.delay?.lastDay ?? null,
      daysLate: Math.max(1, dayNumber(localDateOf(now)) - dayNumber(localDateOf(clock.dueAt))),
    }));
  }
}

const SHOWN = { campaign: 1, subject: 1, title: 1, state: 1, level: 1, 'clock.dueAt': 1, 'clock.delay': 1 } as const;

function afterCursor(after: string | undefined): Record<string, unknown> {
  const [ms, id] = after?.split('~') ?? [];
  const dueAt = new Date(Number(ms));
  if (id === undefined || Number.isNaN(dueAt.getTime())) return {};
  return { $or: [{ 'clock.dueAt': { $gt: dueAt } }, { 'clock.dueAt': dueAt, _id: { $gt: id } }] };
}
