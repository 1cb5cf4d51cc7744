import { holderOn, isMailAddress, treeAsOf, type LocalDate, type UnitTree } from '#libs/domain';
import { Flights } from './flights.js';
import {
  insertMissing,
  type EdgeDoc,
  type HolderDoc,
  type PersonDoc,
  type PostDoc,
  type Store,
  type UnitDoc,
} from './store.js';

/** Everything that says who stands where: units, their places in the tree, posts, persons and who holds what. */
export interface OrganisationDocs {
  units: UnitDoc[];
  edges: EdgeDoc[];
  posts: PostDoc[];
  persons: PersonDoc[];
  holders: HolderDoc[];
}

/** The organisation as it stands on one day. */
export interface OrganisationOfDay {
  day: LocalDate;
  tree: UnitTree;
  post(id: string): PostDoc | undefined;
  /** Person who holds the post on this day; null while it is vacant. */
  holderOf(post: string): string | null;
  /** Posts that the person holds on this day, by id. */
  postsOf(person: string): PostDoc[];
}

const STAMP = 'organisation';

/** A mail system could read other recipients into what is not one plain address, so it does not get in. */
function refuseBadAddresses({ persons, posts }: OrganisationDocs): void {
  const addresses = [
    ...persons.map(({ _id, email }) => ({ whose: `persons ${_id}, email`, address: email })),
    ...posts.map(({ _id, mailbox }) => ({ whose: `posts ${_id}, mailbox`, address: mailbox })),
  ];
  const bad = addresses.filter(({ address }) => address != null && !isMailAddress(address));
  if (bad.length === 0) return;
  const lines = bad.slice(0, 20).map(({ whose, address }) => `  ${whose}: ${JSON.stringify(address!.slice(0, 100))}`);
  throw new Error(
    [
      `${bad.length} địa chỉ thư không đúng dạng tên@tên-miền (not a plain local@domain). Sửa lại, hoặc để trống (null):`,
      ...lines,
    ].join('\n'),
  );
}

/**
 * Writes what is not there yet and tells every process that holds the organisation in memory to read it again.
 * @throws Error naming each address that is none; then nothing is written
 */
export async function saveOrganisation(store: Store, docs: OrganisationDocs): Promise<void> {
  refuseBadAddresses(docs);
  const bump = () => store.stamps.updateOne({ _id: STAMP }, { $inc: { version: 1 } }, { upsert: true });
  await bump(); // whoever reads while we write reads again; so does whoever read just before a crash here
  await insertMissing(store.units, docs.units);
  await insertMissing(store.edges, docs.edges);
  await insertMissing(store.posts, docs.posts);
  await insertMissing(store.persons, docs.persons);
  await insertMissing(store.holders, docs.holders);
  await bump();
}

type Loaded = Pick<OrganisationDocs, 'units' | 'edges'> & {
  version: number;
  posts: Map<string, PostDoc>;
  terms: Map<string, HolderDoc[]>;
};

/**
 * The organisation, held in memory: it is asked for with every request and every mail, and changes a few times a year.
 * Each question reads one small document that says whether it changed; names and addresses of persons are never held.
 */
class Organisation {
  private loaded: Loaded | null = null;
  private loading: Promise<Loaded> | null = null;
  private view: OrganisationOfDay | null = null;
  private checkedAt = -Infinity;
  /** Questions asked side by side share a read; each is answered by one that began after it. */
  private readonly versions = new Flights<null, number>(async (asked) => {
    const version = await this.version();
    return asked.map(() => version);
  });

  constructor(private readonly store: Store) {}

  /**
   * @param maxAgeMs how old the answer to "did it change" may be, wall clock; 0 asks now
   */
  async asOf(day: LocalDate, maxAgeMs = 0): Promise<OrganisationOfDay> {
    const loaded = await this.current(maxAgeMs);
    if (this.view?.day === day && this.loaded === loaded) return this.view;
    const view = viewOf(loaded, day);
    if (this.loaded === loaded) this.view = view;
    return view;
  }

  private async current(maxAgeMs: number): Promise<Loaded> {
    if (this.loaded && performance.now() - this.checkedAt < maxAgeMs) return this.loaded;
    const asked = performance.now();
    const version = await this.versions.add(null);
    let { loaded } = this;
    while (loaded === null || loaded.version !== version) {
      const begun = this.loading; // it may have read what is older than the version we were told
      this.loading ??= this.load(version).finally(() => (this.loading = null));
      loaded = await this.loading;
      if (!begun || loaded.version > version) break;
    }
    if (loaded !== this.loaded) this.view = null;
    this.loaded = loaded;
    this.checkedAt = asked;
    return loaded;
  }

  private async version(): Promise<number> {
    return (await this.store.stamps.findOne({ _id: STAMP }))?.version ?? 0;
  }

  /** The version was read before the data: what changes meanwhile is found by the next question. */
  private async load(version: number): Promise<Loaded> {
    const { store } = this;
    const [units, edges, posts, holders] = await Promise.all([
      store.units.find().toArray(),
      store.edges.find().toArray(),
      store.posts.find().toArray(),
      store.holders.find().sort({ from: 1 }).toArray(),
    ]);
    const terms = new Map<string, HolderDoc[]>();
    for (const term of holders) {
      const known = terms.get(term.post);
      if (known) known.push(term);
      else terms.set(term.post, [term]);
    }
    return { version, units, edges, posts: new Map(posts.map((post) => [post._id, post])), terms };
  }
}

function viewOf({ units, edges, posts, terms }: Loaded, day: LocalDate): OrganisationOfDay {
  const named = <T extends { _id: string }>({ _id, ...rest }: T) => ({ id: _id, ...rest });
  const tree = treeAsOf(units.map(named), edges.map(named), day);
  const holderOf = (post: string): string | null => holderOn(terms.get(post) ?? [], day);
  let held: Map<string, PostDoc[]> | null = null; // few views are ever asked
  const postsOf = (person: string): PostDoc[] => (held ??= postsByHolder(posts, holderOf)).get(person) ?? [];
  return { day, tree, post: (id) => posts.get(id), holderOf, postsOf };
}

function postsByHolder(posts: Loaded['posts'], holderOf: (post: string) => string | null): Map<string, PostDoc[]> {
  const held = new Map<string, PostDoc[]>();
  for (const post of [...posts.values()].sort((a, b) => (a._id < b._id ? -1 : 1))) {
    const person = holderOf(post._id);
    if (person !== null) held.set(person, [...(held.get(person) ?? []), post]);
  }
  return held;
}

const memories = new WeakMap<Store, Organisation>();

/**
 * The organisation as it stands on a day.
 * @param maxAgeMs how long a change may go unnoticed, milliseconds of wall clock; 0 (default) looks now
 */
export function organisationOn(store: Store, day: LocalDate, maxAgeMs = 0): Promise<OrganisationOfDay> {
  let memory = memories.get(store);
  if (!memory) memories.set(store, (memory = new Organisation(store)));
  return memory.asOf(day, maxAgeMs);
}
