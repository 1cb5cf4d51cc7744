import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { WhyAsked, WhyView } from '#libs/contracts/http/index.js';
import { Store } from '#libs/store';
import { whyOf } from '#libs/why';
import { ProblemError } from '../http/problem-error.js';

/** Why somebody was or was not reminded: answered from records, for whoever may read the obligation. */
@Injectable()
export class WhyQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async ask(id: string, { day, post }: WhyAsked): Promise<WhyView> {
    const found = await whyOf(this.store, await this.clock.now(), id, { day, post });
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    return found;
  }
}
