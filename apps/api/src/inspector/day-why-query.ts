import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { DayWhyQuery as Asked, DayWhyView } from '#libs/contracts/http/index.js';
import { endOfDay, instantAt, say, type MessageCode } from '#libs/domain';
import { Store, type ObligationDoc } from '#libs/store';
import { whyOf } from '#libs/why';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';

/** Duties answered for at once; a unit owes a handful in a campaign. */
const ASKED = 30;
/** Days after its due day that a duty is still asked about, if it has no lock. */
const STILL_DAYS = 60;

/** Why a unit was or was not reminded on a day, duty by duty, from records. */
@Injectable()
export class DayWhyQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async ask(campaign: string, { unit, day }: Asked): Promise<DayWhyView> {
    const unitName = (await this.names.units([unit])).get(unit);
    if (unitName === undefined) throw ProblemError.of(404, 'not-found', { data: { id: unit } });
    const owed = await this.around(campaign, unit, day);
    const now = await this.clock.now();
    const items = await Promise.all(
      owed.map(async ({ _id, title, state }) => {
        const why = (await whyOf(this.store, now, _id, { day }))!;
        return { ...why, title, stateText: say(`state.${state}` as MessageCode) };
      }),
    );
    return { unit, unitName, day, items };
  }

  /** Duties whose clock runs around the day; those that open later the last, so that something is always answered. */
  private async around(campaign: string, unit: string, day: string) {
    const projection = { title: 1, state: 1, clock: 1 };
    const found = (await this.store.obligations
      .find({ campaign, $or: [{ subject: unit }, { answeringUnit: unit }] } as never, { projection })
      .sort({ 'clock.opensAt': 1, _id: 1 })
      .toArray()) as unknown as Pick<ObligationDoc, '_id' | 'title' | 'state' | 'clock'>[];
    const end = endOfDay(day);
    const begin = instantAt(day).getTime();
    const near = found.filter(({ clock: { opensAt, dueAt, lockAt } }) => {
      const over = lockAt?.getTime() ?? dueAt.getTime() + STILL_DAYS * 86_400_000;
      return opensAt <= end && over >= begin;
    });
    return (near.length ? near : found).slice(0, ASKED);
  }
}
