import { Injectable } from '@nestjs/common';
import { may, notAllowed, type Action, type Reader, type SignedIn, type Subject } from '#libs/access';
import { Clock } from '#libs/clock';
import { Store, type CovenantDoc } from '#libs/store';
import { Subjects } from '../access/subjects.js';
import { ProblemError } from '../http/problem-error.js';

/**
 * Who may do what with a covenant, by the one policy: it is judged on the signatories' obligations. Whoever may read one of them reads the
 * covenant; who hands in for one of them writes and signs; who collects one of them may write its text as well.
 */
@Injectable()
export class CovenantDoor {
  constructor(
    private readonly store: Store,
    private readonly judged: Subjects,
    private readonly clock: Clock,
  ) {}

  async read(reader: Reader, id: string): Promise<CovenantDoc> {
    return this.pass(reader, await this.find(id), ['read']);
  }

  async write(actor: SignedIn, id: string): Promise<CovenantDoc> {
    return this.pass(actor, await this.find(id), ['submit', 'accept']);
  }

  /** Only for the own unit: who collects does not sign for others. */
  async sign(actor: SignedIn, id: string): Promise<CovenantDoc> {
    const covenant = await this.find(id);
    const own = covenant.signatories.filter(({ unit }) => unit === actor.unit);
    await this.pass(actor, { ...covenant, signatories: own }, ['submit']);
    return covenant;
  }

  /** What the policy judges, by the obligation of each signatory. */
  async subjects({ signatories }: CovenantDoc, at: Date): Promise<Map<string, Subject>> {
    const found = await Promise.all(
      signatories.map(({ obligation }) => this.judged.load('obligation', obligation, at)),
    );
    return new Map(found.flatMap((one, n) => (one ? [[signatories[n]!.obligation, one.subject] as const] : [])));
  }

  /** @throws ProblemError 403 */
  private async pass(reader: Reader, covenant: CovenantDoc, actions: Action[]): Promise<CovenantDoc> {
    const at = await this.clock.now();
    for (const { obligation } of covenant.signatories) {
      const found = await this.judged.load('obligation', obligation, at);
      if (found && actions.some((action) => may(reader, action, found.subject) === null)) return covenant;
    }
    throw ProblemError.refused(403, notAllowed(reader === 'everyone' ? { post: '–' } : reader, actions[0]!));
  }

  /** @throws ProblemError 404 */
  private async find(id: string): Promise<CovenantDoc> {
    const found = (await this.store.covenants.findOne({ _id: id })) as unknown as CovenantDoc | null;
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    return found;
  }
}
