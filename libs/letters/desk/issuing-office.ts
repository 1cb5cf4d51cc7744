import { placeOf, type Issuer, type Signature } from '#libs/domain';
import type { OrganisationOfDay, Store } from '#libs/store';

/** Kinds of units that a place is named after. */
const PLACES = new Set(['province', 'city', 'district', 'commune', 'township', 'ward', 'special_zone']);

/** The names on top of a unit's documents, from the tree of the day. */
export function issuerOf({ tree }: OrganisationOfDay, unit: string): Issuer {
  const nameOf = (id: string): string => tree.unit(id)?.name ?? id;
  const above = tree.ancestorsOf(unit);
  const place = [unit, ...above].find((id) => PLACES.has(tree.unit(id)?.kind ?? ''));
  return {
    superior: above[0] === undefined ? null : nameOf(above[0]),
    body: nameOf(unit),
    place: placeOf(nameOf(place ?? above.at(-1) ?? unit)),
  };
}

/** The head of a unit signs; somebody else is named by who asks for the letter. */
export async function headSignature(store: Store, organisation: OrganisationOfDay, unit: string): Promise<Signature> {
  const post = `${unit}:head`;
  const person = organisation.holderOf(post);
  const found = person === null ? null : await store.persons.findOne({ _id: person }, { projection: { name: 1 } });
  return { authority: [], title: organisation.post(post)?.title ?? '', name: found?.name ?? null };
}
