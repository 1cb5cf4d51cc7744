import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { RegistrationView } from '#libs/contracts/http/index.js';
import { localDateOf, openParts, overrideFor, plannedFor, refuse, type Pledge } from '#libs/domain';
import { isCeiling } from '#libs/domain/target/ceiling.js';
import { draftView, registrationAsked } from '#libs/forms';
import { targetsOfDay } from '#libs/pledges';
import { draftOf, organisationOn, Store, type ObligationDoc, type SubmissionContent } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';

/** The form of a registration: the targets it asks for at the level of today, and what was handed in last. */
@Injectable()
export class RegistrationQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 for what is no registration */
  async of(owed: ObligationDoc): Promise<RegistrationView> {
    if (owed.kind !== 'registration') throw ProblemError.refused(404, refuse('no-form'));
    const now = await this.clock.now();
    const day = localDateOf(now);
    const [targets, { tree }, standing, draft] = await Promise.all([
      targetsOfDay(this.store, owed.campaign, day),
      organisationOn(this.store, day),
      owed.submission === null ? null : this.store.submissions.findOne({ _id: owed.submission }),
      draftOf(this.store, owed._id),
    ]);
    const unit = tree.unit(owed.subject);
    const asked = targets.filter(({ id }) => owed.targets.includes(id));
    return {
      obligation: owed._id,
      targets: asked.map((target) => ({
        ...{ target: target.id, name: target.name, measure: target.unit, ceiling: isCeiling(target.comparator) },
        assigned: unit ? plannedFor(target, unit) : null,
        group: (unit && overrideFor(target, unit)?.group) ?? null,
      })),
      given: standing && givenIn(standing.content),
      version: registrationAsked(owed).hash,
      draft: draftView(draft, now),
      open: owed.state === 'returned' ? openParts(owed) : null,
    };
  }
}

const givenIn = ({ titles = [], pledges = [] }: SubmissionContent): NonNullable<RegistrationView['given']> => ({
  titles: titles as string[],
  pledges: pledges as Pledge[],
});
