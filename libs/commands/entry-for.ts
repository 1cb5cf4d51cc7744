import { localDateOf, refuse, type OnBehalf, type Refusal } from '#libs/domain';
import { organisationOn, type ObligationDoc, type Store } from '#libs/store';

/** Posts that hand in for a unit. */
const HANDS_IN = ['focal', 'head', 'chair'];

type Owed = Pick<ObligationDoc, 'answeringUnit'>;

/** A unit that can hand in by itself does; an officer types only where nobody of the unit has an account that day. */
export async function unitWithAccounts(store: Store, { answeringUnit: unit }: Owed, at: Date): Promise<Refusal | null> {
  const organisation = await organisationOn(store, localDateOf(at));
  const held = HANDS_IN.some((role) => organisation.holderOf(`${unit}:${role}`) !== null);
  return held ? refuse('unit-has-accounts', { unit }) : null;
}

/** The signed paper an officer hands in from, if he may. */
export async function entryFor(
  store: Store,
  owed: Owed,
  { paper, scan }: Pick<OnBehalf, 'paper' | 'scan'>,
  at: Date,
): Promise<OnBehalf | Refusal> {
  return (await unitWithAccounts(store, owed, at)) ?? { unit: owed.answeringUnit, paper, scan };
}
