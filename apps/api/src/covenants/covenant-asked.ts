import { Injectable } from '@nestjs/common';
import { plannedFor, type UnitTree } from '#libs/domain';
import { targetsOfDay } from '#libs/pledges';
import { Store, type CovenantDoc, type ObligationDoc } from '#libs/store';

type Owed = Pick<ObligationDoc, 'answeringUnit' | 'state' | 'targets'>;

/** What each party is asked to pledge in the next text, as it is assigned on a day: what a person fills in. */
@Injectable()
export class CovenantAsked {
  constructor(private readonly store: Store) {}

  async of(
    { campaign }: CovenantDoc,
    owed: readonly Owed[],
    tree: UnitTree,
    day: string,
  ): Promise<Map<string, { target: string; assigned: number | null }[]>> {
    const targets = await targetsOfDay(this.store, campaign, day);
    const parties = owed.filter(({ state }) => state !== 'excused');
    return new Map(
      parties.map(({ answeringUnit, targets: asked }) => {
        const unit = tree.unit(answeringUnit);
        const mine = targets.filter(({ id }) => asked.includes(id));
        return [
          answeringUnit,
          mine.map((target) => ({ target: target.id, assigned: unit ? plannedFor(target, unit) : null })),
        ];
      }),
    );
  }
}
