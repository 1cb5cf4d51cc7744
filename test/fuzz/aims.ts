import type { Store } from '#libs/store';
import type { Aims } from './cases.js';
import type { Operation, Schemas } from './openapi.js';
import { Shapes } from './shapes.js';
import type { Recorded } from './world.js';
import { wordsOf } from './words.js';
import { plansOf } from './files.js';

/** Requests of one operation that are worth spoiling. */
const PER_OPERATION = 40;

const shapeOf = (path: string): RegExp => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);

/** The world as it stands when the cases are made. */
export interface Ground {
  store: Store;
  now: Date;
  url: string;
  recorded: Recorded[];
  /** Bearer of the programs of the office. */
  secret: string;
}

/** Looks around in the world for everything that cases can be aimed at. */
export async function aimsOf(
  { store, now, url, recorded: heard, secret }: Ground,
  schemas: Schemas,
  operations: Operation[],
): Promise<Aims> {
  const words = await wordsOf(store, now);
  const postsOf = new Map<string, string[]>();
  const known = await store.obligations.find({ _id: { $in: words['obligation'] } } as never).toArray();
  for (const { _id, answeringUnit, receiver } of known)
    postsOf.set(_id, [`${answeringUnit}:focal`, `${receiver}:focal`, `${receiver}:head`]);
  for (const { _id, plan } of await store.campaigns.find({}).toArray())
    postsOf.set(_id, [
      `${plan.standingBody}:focal`,
      plan.chairPost,
      `${plan.standingBody}:head`,
      `${plan.launchingUnit}:head`,
    ]);
  const campaign = (await store.campaigns.find({}).toArray())[0]!;
  const officers = postsOf.get(campaign._id)!;
  for (const id of [...words['preparation']!, ...words['round']!, ...words['session']!, ...words['letter']!])
    postsOf.set(id, officers);
  for (const one of await store.notices.find({ _id: { $in: words['notice'] } } as never).toArray())
    postsOf.set(one._id, [(one as unknown as { post?: string }).post ?? officers[0]!]);
  const existing = new Set((await store.posts.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id));
  const posts = [...new Set([...[...postsOf.values()].flat(), ...words['post']!])]
    .filter((post) => existing.has(post))
    .slice(0, 80);
  const own = [
    ...heard,
    ...(await filledIn(
      url,
      known.map(({ _id, answeringUnit }) => ({ id: _id, post: `${answeringUnit}:focal` })),
    )),
  ];
  const recorded = new Map(
    operations.map(({ name, method, path }) => {
      const shape = shapeOf(path);
      const some = own.filter((one) => one.method === method && shape.test(one.path)).slice(-PER_OPERATION);
      return [name, some.map(({ path: at, post, body }) => ({ path: at, post, body }))] as const;
    }),
  );
  const files = await plansOf(
    url,
    known.map(({ _id, answeringUnit }) => ({ id: _id, post: `${answeringUnit}:focal` })),
  );
  return { shapes: new Shapes(schemas, words), posts, postsOf, recorded, files, secret };
}

interface Seat {
  id: string;
  post: string;
}
interface Form {
  version: string;
  cells: { target: string; parts: string[] }[];
  sections: { id: string }[];
}

/** How forms of the world are filled in, pasted into and handed in: the demo's people do not type field by field. */
async function filledIn(url: string, seats: Seat[]): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (const { id, post } of seats.slice(0, 25)) {
    const answer = await fetch(`${url}/api/obligations/${encodeURIComponent(id)}/form`, {
      headers: { authorization: `Bearer dev:${post}` },
    });
    if (!answer.ok) continue;
    const { version, cells, sections } = (await answer.json()) as Form;
    const at = `/api/obligations/${id}/draft`;
    const values = cells.map(({ target, parts }) => `figures.${target}.final.${parts[0] ?? 'value'}`);
    for (const path of [...values.slice(0, 4), ...sections.slice(0, 2).map((one) => `sections.${one.id}`)])
      found.push({
        method: 'PATCH',
        path: at,
        post,
        body: { form: version, changes: [{ path, seen: 0, value: '12' }] },
      });
    for (const { target, parts } of cells.slice(0, 3)) {
      const from = { target, part: parts[0] ?? 'value', status: 'final' };
      found.push({
        method: 'POST',
        path: `${at}/paste`,
        post,
        body: { form: version, at: from, text: '1\t2\n3\t4,5' },
      });
    }
    for (const from of ['last_period', 'children'])
      found.push({ method: 'POST', path: `${at}/prefill`, post, body: { form: version, from, status: 'final' } });
  }
  return found;
}
