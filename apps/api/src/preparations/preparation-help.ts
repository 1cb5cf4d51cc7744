import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { LoadView, OfferView, PreparationUnitsView } from '#libs/contracts/http/index.js';
import { addressOf, loadOf, localDateOf, type Language } from '#libs/domain';
import { gatherAnswers, kindText, offerAnswers } from '#libs/domain/preparation/index.js';
import { organisationOn, Store, type OrganisationOfDay, type PostDoc, type PreparationDoc } from '#libs/store';
import { PreparationQuery } from './preparation-query.js';

/** Posts shown of those with the most to do. */
const BUSIEST = 20;

/** What helps an officer to answer, from the organisation as it stands on the campaign's first day. */
@Injectable()
export class PreparationHelp {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly query: PreparationQuery,
  ) {}

  async offer(id: string, language: Language): Promise<OfferView> {
    const document = await this.query.load(id);
    const { tree } = await this.organisation(document);
    const posts = await this.store.posts.find({}, { projection: { unit: 1, role: 1 } }).toArray();
    const officers = posts.map(({ _id, unit, role }) => ({ id: _id, unit, role }));
    const offered = offerAnswers(document, { owner: document.owner, tree, posts: officers }, language);
    const { laidOut: _, ...known } = gatherAnswers(document).answers;
    return { preparation: id, known, offered };
  }

  async units(id: string, language: Language): Promise<PreparationUnitsView> {
    const document = await this.query.load(id);
    const organisation = await this.organisation(document);
    const { tree } = organisation;
    const offered = offerAnswers(document, { owner: document.owner, tree, posts: [] }, language);
    const root = offered.bodies?.launching ?? document.owner;
    const ids = [root, ...tree.select({}, root)];
    const posts = await this.store.posts.find({ unit: { $in: ids } }).toArray();
    const faults = await this.faults(posts, organisation);
    const units = ids.map((one) => {
      const { name, kind, groups } = tree.unit(one)!;
      const own = posts.filter(({ unit }) => unit === one);
      return {
        ...{ id: one, name, kind, kindText: kindText(kind, language), groups },
        parent: one === root ? null : tree.parentOf(one),
        posts: own.map(({ _id, role, title }) => ({ id: _id, role, title, fault: faults.get(_id) ?? null })),
      };
    });
    return { on: organisation.day, root: { id: root, name: tree.unit(root)!.name }, units };
  }

  async load(id: string, language: Language): Promise<LoadView> {
    const { plan, launchedAt, entries } = await this.query.forecast(id, language);
    const organisation = await organisationOn(this.store, plan.start);
    const { days, posts } = loadOf(entries);
    const first = days.find(({ letters }) => letters > 0);
    return {
      launchedAt: launchedAt.toISOString(),
      participants: organisation.tree.select(plan.participants, plan.launchingUnit).length,
      firstMail: first ? { day: first.day, letters: first.letters } : null,
      days,
      posts: posts.slice(0, BUSIEST).map((one) => {
        const post = organisation.post(one.post);
        const unit = post?.unit ?? one.post.slice(0, one.post.indexOf(':'));
        return { ...one, title: post?.title ?? one.post, unitName: organisation.tree.unit(unit)?.name ?? unit };
      }),
    };
  }

  private async organisation(document: PreparationDoc): Promise<OrganisationOfDay> {
    const { start } = gatherAnswers(document).answers;
    return organisationOn(this.store, start?.value ?? localDateOf(await this.clock.now()));
  }

  /** Whom mail would not reach on that day; addresses never leave the store. */
  private async faults(
    posts: PostDoc[],
    organisation: OrganisationOfDay,
  ): Promise<Map<string, 'vacant' | 'no-mailbox'>> {
    const holders = new Map(posts.map(({ _id }) => [_id, organisation.holderOf(_id)]));
    const ids = [...new Set(holders.values())].filter((person) => person !== null);
    const persons = await this.store.persons.find({ _id: { $in: ids } }, { projection: { email: 1 } }).toArray();
    const known = new Map(persons.map((person) => [person._id, person]));
    const faults = new Map<string, 'vacant' | 'no-mailbox'>();
    for (const post of posts) {
      const person = known.get(holders.get(post._id) ?? '');
      if (!person) faults.set(post._id, 'vacant');
      else if (addressOf(person, post) === null) faults.set(post._id, 'no-mailbox');
    }
    return faults;
  }
}
