import { localDateOf, refuse, type OnBehalf, type Refusal } from '#libs/domain';
import { organisationOn, type ObligationDoc, type Store } from '#libs/store';

/** Posts that hand in for a unit. */
const HANDS_IN = ['focal', 'head', 'chair'];

/** A unit that can hand in by itself does; an officer types only where nobody of the unit has an account that day. */
export async function entryFor(
  store: Store,
  { answeringUnit: unit }: ObligationDoc,
  { paper, scan }: Pick<OnBehalf, 'paper' | 'scan'>,
  at: Date,
): Promise<OnBehalf | Refusal> {
  const organisation = await organisationOn(store, localDateOf(at));
  const held = HANDS_IN.some((role) => organisation.holderOf(`${unit}:${role}`) !== null);
  return held ? refuse('unit-has-accounts', { unit }) : { unit, paper, scan };
}
