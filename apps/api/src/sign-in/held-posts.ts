import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { HeldPost } from '#libs/contracts/http/index.js';
import { localDateOf } from '#libs/domain';
import { organisationOn, Store } from '#libs/store';

/** Which posts persons hold today, by engine time. */
@Injectable()
export class HeldPosts {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<(person: string) => HeldPost[]> {
    const organisation = await organisationOn(this.store, localDateOf(await this.clock.now()));
    return (person) =>
      organisation.postsOf(person).map(({ _id, title, role, unit }) => ({
        ...{ id: _id, title, role, unit },
        unitName: organisation.tree.unit(unit)?.name ?? unit,
      }));
  }
}
