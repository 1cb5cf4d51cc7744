import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { RegistrationView } from '#libs/contracts/http/index.js';
import { localDateOf, openParts, refuse, type Pledge } from '#libs/domain';
import { draftView, registrationAsked } from '#libs/forms';
import { draftOf, organisationOn, Store, type ObligationDoc, type SubmissionContent } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { askedTargets } from './asked-targets.js';

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
    const [{ tree }, standing, draft] = await Promise.all([
      organisationOn(this.store, day),
      owed.submission === null ? null : this.store.submissions.findOne({ _id: owed.submission }),
      draftOf(this.store, owed._id),
    ]);
    return {
      obligation: owed._id,
      targets: await askedTargets(this.store, owed, tree, day),
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
