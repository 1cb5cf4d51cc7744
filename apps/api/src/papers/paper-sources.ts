import type { PaperKind, PaperOf } from '#libs/contracts/http/index.js';
import type { CampaignPlan, LocalDate } from '#libs/domain';
import type { ObligationDoc, Store } from '#libs/store';
import type { Names } from '../http/names.js';

/** What a paper is laid out from. */
export interface PaperSources {
  store: Store;
  names: Names;
  owed: ObligationDoc;
  campaign: string;
  plan: CampaignPlan;
  today: LocalDate;
}

/** What a kind of paper asks beside what every paper does. */
export type Asked<K extends PaperKind> = Omit<PaperOf<K>, 'kind' | 'obligation' | 'open' | 'given'>;

export type Candidate = PaperOf<'decision'>['items'][number];

/** Units by id with name, and place and total of the ranking that was confirmed. */
export async function candidates(
  { store, names, campaign }: Pick<PaperSources, 'store' | 'names' | 'campaign'>,
  items: string[],
): Promise<Candidate[]> {
  const ranking = new Map((await confirmedRanking(store, campaign)).map((line) => [line.unit, line]));
  const unitNames = await names.units(items);
  return items.map((item) => ({
    item,
    name: unitNames.get(item) ?? item,
    place: ranking.get(item)?.place ?? null,
    total: ranking.get(item)?.total ?? null,
  }));
}

/** Lines of the ranking as it was confirmed; empty where none was. */
export async function confirmedRanking(
  store: Store,
  campaign: string,
): Promise<{ unit: string; place: number; total: number | null }[]> {
  const filter = { campaign, kind: 'ranking', submission: { $ne: null } };
  const owed = (await store.obligations.findOne(filter as never, { projection: { submission: 1 } })) as Pick<
    ObligationDoc,
    'submission'
  > | null;
  const standing = owed?.submission && (await store.submissions.findOne({ _id: owed.submission }));
  return standing ? ((standing.content.ranking ?? []) as never) : [];
}
