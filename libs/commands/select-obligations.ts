import { localDateOf, type ObligationState, type UnitSelector } from '#libs/domain';
import { organisationOn, type ObligationDoc, type Store } from '#libs/store';

/** Which obligations of a campaign; all conditions must hold. */
export interface ObligationSelection {
  step?: string | undefined;
  level?: string | undefined;
  units?: { [field in keyof UnitSelector]?: UnitSelector[field] | undefined } | undefined;
  obligations?: string[] | undefined;
}

/** Somebody still owes: what an extension can be granted for. */
const OWING: readonly ObligationState[] = ['scheduled', 'open', 'returned'];

const OUTBOX = { pending: 0, commands: 0 } as const;

/**
 * What still owes in a campaign, and which of it is selected, by the tree of the day. What is named by its id is taken in any state that is not
 * final; an answer to a difficulty is taken only so, because the plan wrote no date for it.
 */
export async function selectOwing(
  store: Store,
  campaign: string,
  { step, level, units, obligations }: ObligationSelection,
  now: Date,
): Promise<{ selected: ObligationDoc[]; owing: ObligationDoc[] }> {
  const all = (await store.obligations
    .find({ campaign, settled: false } as never, { projection: OUTBOX })
    .sort({ _id: 1 })
    .toArray()) as unknown as ObligationDoc[];
  const { tree } = await organisationOn(store, localDateOf(now));
  const subjects = units && new Set(tree.select(units));
  const named = obligations && new Set(obligations);
  const owes = ({ state }: ObligationDoc): boolean => OWING.includes(state);
  const selected = all.filter(
    (one) =>
      (named || one.kind !== 'answer') &&
      (step === undefined || one.step === step) &&
      (level === undefined || one.level === level) &&
      (!subjects || subjects.has(one.subject)) &&
      (named ? named.has(one._id) : owes(one)),
  );
  return { selected, owing: all.filter(owes) };
}
