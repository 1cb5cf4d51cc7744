import { may, type Reader, type Subject } from '#libs/access';
import type { CovenantView } from '#libs/contracts/http/index.js';
import { missingOf, versionOf, type Covenant } from '#libs/domain';
import type { ObligationDoc } from '#libs/store';

type Act = CovenantView['may'][number];
type Owed = Pick<ObligationDoc, '_id' | 'answeringUnit' | 'state'>;

/**
 * What a post may do with a covenant now, so that a screen offers nothing that would be refused: by the one policy, judged on the
 * signatories' obligations, and by how the covenant stands.
 * @param subjects what the policy judges, by obligation
 */
export function covenantActs(
  reader: Reader,
  covenant: Covenant,
  owed: readonly Owed[],
  subjects: ReadonlyMap<string, Subject>,
): Act[] {
  if (reader === 'everyone') return [];
  const allowed = (id: string, action: 'submit' | 'accept'): boolean => {
    const subject = subjects.get(id);
    return subject !== undefined && may(reader, action, subject) === null;
  };
  const writes = owed.some(({ _id }) => allowed(_id, 'submit') || allowed(_id, 'accept'));
  const propose: Act[] = writes ? ['propose'] : [];
  const own = owed.find(({ _id, answeringUnit }) => answeringUnit === reader.unit && allowed(_id, 'submit'));
  const open = own !== undefined && (own.state === 'open' || own.state === 'returned');
  if (!open || !versionOf(covenant) || !missingOf(covenant).includes(reader.unit)) return propose;
  const heads = reader.role === 'head' || reader.role === 'chair';
  return [...propose, ...(heads ? (['sign'] as const) : []), 'decline', 'paper'];
}
