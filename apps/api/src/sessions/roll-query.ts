import { Injectable } from '@nestjs/common';
import { may, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { RollView } from '#libs/contracts/http/index.js';
import { localDateOf } from '#libs/domain';
import { organisationOn, planOf, Store, type SessionDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { countsOf, sessionView } from '../papers/council-papers.js';
import { candidates } from '../papers/paper-sources.js';

/** Who is called to a session, who is there, how many have voted; how it came out once it is counted. */
@Injectable()
export class RollQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async of(actor: SignedIn, session: SessionDoc): Promise<RollView> {
    const { campaign, step, members, present, secretary, items } = session;
    const [plan, organisation] = await Promise.all([
      planOf(this.store, campaign),
      organisationOn(this.store, localDateOf(await this.clock.now())),
    ]);
    const holders = new Map(members.map((post) => [post, organisation.holderOf(post)]));
    const owed = { campaign, step, kind: 'vote', state: 'done' };
    const [titles, persons, cast, ranked] = await Promise.all([
      this.names.posts(members),
      this.names.persons([...holders.values()].filter((person) => person !== null)),
      this.store.obligations.countDocuments(owed as never),
      candidates({ store: this.store, names: this.names, campaign }, items),
    ]);
    const votes = countsOf(session);
    const bodies = { launchingUnit: plan.launchingUnit, standingBody: plan.standingBody };
    const refused = may(actor, 'open', { kind: 'session', bodies, secretary, members });
    return {
      campaign,
      title: plan.steps.find(({ id }) => id === step)?.title ?? step,
      session: sessionView(session),
      revision: session.revision,
      members: members.map((post) => ({
        post,
        title: titles.get(post) ?? post,
        name: persons.get(holders.get(post) ?? '') ?? null,
        present: present.includes(post),
      })),
      cast,
      items: ranked.map((one) => ({ ...one, votes: votes.get(one.item) ?? null })),
      mayOpen: session.state === 'called' && refused === null,
    };
  }
}
