import { addressOf, firstReached, postsUpwards, type ReachOf } from '../mail/reach.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { holderOn } from '../units/holders.js';
import { treeAsOf, type UnitTree } from '../units/tree.js';
import type { PostHolder } from '../units/unit.types.js';
import type { ForecastOrganisation } from './forecast.types.js';

type Reached = ReachOf<{ post: string; person: string }>;

/** The organisation from one day on which something of it changes to the next. */
interface Era {
  from: LocalDate;
  until: LocalDate | null;
  tree: UnitTree;
  reached: Map<string, Reached>;
}

/** The organisation as the run asks for it. Days come in order and little changes, so what was found lasts until the next change. */
export class Staff {
  private readonly terms = new Map<string, PostHolder[]>();
  private readonly posts: Map<string, ForecastOrganisation['posts'][number]>;
  private readonly persons: Map<string, ForecastOrganisation['persons'][number]>;
  private readonly changes: LocalDate[];
  private era: Era | null = null;

  constructor(private readonly organisation: ForecastOrganisation) {
    this.posts = new Map(organisation.posts.map((post) => [post.id, post]));
    this.persons = new Map(organisation.persons.map((person) => [person.id, person]));
    for (const term of [...organisation.holders].sort(byBeginning)) {
      const known = this.terms.get(term.post);
      if (known) known.push(term);
      else this.terms.set(term.post, [term]);
    }
    this.changes = changesOf(organisation);
  }

  /** @throws UnitCycle, TwoParents */
  treeOn(day: LocalDate): UnitTree {
    return this.eraOf(day).tree;
  }

  isVacant(post: string, day: LocalDate): boolean {
    return holderOn(this.terms.get(post) ?? [], day) === null;
  }

  /** Where mail for a post goes on a day. */
  reach(post: string, day: LocalDate): Reached {
    const { tree, reached } = this.eraOf(day);
    const known = reached.get(post);
    if (known) return known;
    const found = firstReached(postsUpwards(tree, post), (one) => {
      const person = this.persons.get(holderOn(this.terms.get(one) ?? [], day) ?? '');
      return person && addressOf(person, this.posts.get(one)) ? { post: one, person: person.id } : undefined;
    });
    reached.set(post, found);
    return found;
  }

  private eraOf(day: LocalDate): Era {
    const { era, changes, organisation } = this;
    if (era && era.from <= day && (era.until === null || day < era.until)) return era;
    const tree = treeAsOf(organisation.units, organisation.edges, day);
    const until = changes.find((change) => change > day) ?? null;
    return (this.era = { from: day, until, tree, reached: new Map() });
  }
}

const byBeginning = (a: PostHolder, b: PostHolder): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** Every day from which on something of the organisation is different, in order. */
function changesOf({ units, edges, holders }: ForecastOrganisation): LocalDate[] {
  const spans = [
    ...[...units, ...edges].map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo })),
    ...holders,
  ];
  return [...new Set(spans.flatMap(({ from, to }) => [from, ...(to === null ? [] : [addDays(to, 1)])]))].sort();
}
