import type { Store } from '#libs/store';
import { draftFields, draftHash } from '#libs/store';

/** Real ids, hashes and dates of the world, by the name under which the API takes them. */
export type Words = Record<string, string[]>;

/** Documents of a kind that are worth naming. */
const PER_KIND = 40;

const IN_PATH: [RegExp, string][] = [
  [/\/obligations\//, 'obligation'],
  [/\/campaigns\/|from-campaign/, 'campaign'],
  [/\/rounds\//, 'round'],
  [/\/sessions\//, 'session'],
  [/\/letters\//, 'letter'],
  [/\/notices\//, 'notice'],
  [/\/mails\//, 'mail'],
  [/\/preparations\//, 'preparation'],
  [/\/indicators\//, 'indicator'],
  [/\/units\//, 'unit'],
];

/** What stands in a path under `{id}`, by what the path is about. */
export const kindOfPath = (path: string): string =>
  IN_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'obligation';

/** Looks around in the world. */
export async function wordsOf(store: Store, now: Date): Promise<Words> {
  const ids = async (collection: {
    find(filter: object, options: object): { toArray(): Promise<{ _id: unknown }[]> };
  }) =>
    (await collection.find({}, { projection: { _id: 1 }, limit: PER_KIND }).toArray()).map(({ _id }) => String(_id));
  const campaigns = await store.campaigns.find({}).toArray();
  const submissions = await store.submissions.find({}, { limit: PER_KIND }).toArray();
  const obligations = await store.obligations.find({}, { limit: 2_000 }).toArray();
  const drafts = await store.drafts.find({}, { limit: PER_KIND }).toArray();
  const perState = new Map<string, number>();
  const chosen = obligations.filter(({ kind, state }) => {
    const taken = perState.get(`${kind} ${state}`) ?? 0;
    perState.set(`${kind} ${state}`, taken + 1);
    return taken < 6;
  });
  const day = now.toISOString().slice(0, 10);
  const later = new Date(now.getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
  const targets = campaigns.flatMap(({ plan }) => plan.targets.map(({ id }) => id));
  const units = [...new Set([...chosen.map(({ answeringUnit }) => answeringUnit), ...(await ids(store.units))])];
  return {
    obligation: chosen.map(({ _id }) => _id),
    campaign: campaigns.map(({ _id }) => _id),
    round: await ids(store.rounds),
    session: await ids(store.sessions),
    letter: await ids(store.letters),
    notice: await ids(store.notices),
    mail: await ids(store.messages),
    preparation: await ids(store.preparations),
    indicator: (await store.indicators.find({}, { limit: PER_KIND }).toArray()).map((one) =>
      String((one as never as { indicator?: { id: string } }).indicator?.id ?? one._id),
    ),
    unit: units,
    post: await ids(store.posts),
    step: campaigns.flatMap(({ plan }) => plan.steps.map(({ id }) => id)),
    target: targets,
    level: ['commune', 'district', 'province'],
    form: await ids(store.forms),
    contentHash: submissions.map(({ contentHash }) => contentHash),
    draft: drafts.map(draftHash),
    path: [
      ...drafts.flatMap((draft) => Object.keys(draftFields(draft))),
      ...targets.slice(0, 6).flatMap((target) => [`figures.${target}.final.value`, `figures.${target}.reason`]),
      'sections.results',
      'nil',
    ],
    date: [day, later, '2024-02-29', '2023-12-29'],
    year: ['2023', '2024', '2026'],
    token: ['abc', 'x'.repeat(43)],
    kind: ['urging', 'report', 'fact-sheet'],
  };
}
