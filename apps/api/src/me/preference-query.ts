import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { PreferenceView } from '#libs/contracts/http/index.js';
import { frequencies, localDateOf, say, USUAL } from '#libs/domain';
import { remindingRule } from '#libs/rules';
import { Store } from '#libs/store';

/** What somebody chose, and what they may choose. */
@Injectable()
export class PreferenceQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async mine({ person }: Pick<SignedIn, 'person'>): Promise<PreferenceView> {
    const { digest, budget } = remindingRule(localDateOf(await this.clock.now()));
    const chosen = person === null ? null : await this.store.preferences.findOne({ _id: person });
    const { digestAt, frequency } = chosen ?? USUAL;
    return {
      revision: chosen?.version ?? 0,
      digestAt,
      frequency,
      at: chosen?.at.toISOString() ?? null,
      ...digest,
      frequencies: frequencies.map((id) => ({ id, text: say(`frequency.${id}`) })),
      floor: say('preference-floor'),
      budget,
    };
  }
}
