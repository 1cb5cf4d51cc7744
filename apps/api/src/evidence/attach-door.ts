import { Injectable } from '@nestjs/common';
import { may, type SignedIn, type Subject } from '#libs/access';
import { Clock } from '#libs/clock';
import { unitWithAccounts } from '#libs/commands';
import type { Refusal } from '#libs/domain';
import { Store } from '#libs/store';

/** Who sends the files of a paper: whoever fills it in; an officer above only where nobody of the unit can, as with what is typed. */
@Injectable()
export class AttachDoor {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @returns why an officer may not; null for whoever fills the paper in, and for an officer who enters it */
  async barred(actor: SignedIn, subject: Subject): Promise<Refusal | null> {
    if (subject.kind !== 'obligation' || may(actor, 'autosave', subject) === null) return null;
    return unitWithAccounts(this.store, subject, await this.clock.now());
  }
}
