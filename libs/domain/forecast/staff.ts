import { addressOf, firstReached, postsUpwards, type ReachOf } from '../mail/reach.js';
import type { LocalDate } from '../time/local-date.js';
import { holderOn } from '../units/holders.js';
import { treeAsOf, type UnitTree } from '../units/tree.js';
import type { PostHolder } from '../units/unit.types.js';
import type { ForecastOrganisation } from './forecast.types.js';

/** The organisation as the run asks for it, day by day; days come in order, so one is kept. */
export class Staff {
  private readonly terms = new Map<string, PostHolder[]>();
  private readonly posts: Map<string, ForecastOrganisation['posts'][number]>;
  private readonly persons: Map<string, ForecastOrganisation['persons'][number]>;
  private tree: UnitTree | null = null;
  private reached = new Map<string, ReachOf<{ post: string; person: string }>>();

  constructor(private readonly organisation: ForecastOrganisation) {
    this.posts = new Map(organisation.posts.map((post) => [post.id, post]));
    this.persons = new Map(organisation.persons.map((person) => [person.id, person]));
    for (const term of [...organisation.holders].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)))
      this.terms.set(term.post, [...(this.terms.get(term.post) ?? []), term]);
  }

  /** @throws UnitCycle, TwoParents */
  treeOn(day: LocalDate): UnitTree {
    if (this.tree?.date === day) return this.tree;
    this.reached = new Map();
    return (this.tree = treeAsOf(this.organisation.units, this.organisation.edges, day));
  }

  isVacant(post: string, day: LocalDate): boolean {
    return holderOn(this.terms.get(post) ?? [], day) === null;
  }

  /** Where mail for a post goes on a day. */
  reach(post: string, day: LocalDate): ReachOf<{ post: string; person: string }> {
    const tree = this.treeOn(day);
    const known = this.reached.get(post);
    if (known) return known;
    const found = firstReached(postsUpwards(tree, post), (one) => {
      const person = this.persons.get(holderOn(this.terms.get(one) ?? [], day) ?? '');
      return person && addressOf(person, this.posts.get(one)) ? { post: one, person: person.id } : undefined;
    });
    this.reached.set(post, found);
    return found;
  }
}
