import { say, type Language, type MessageCode } from '../../messages/say.js';
import type { BodyAnswers, LevelAnswer, PreparationAnswers } from '../answers.types.js';
import type { OfferGround } from './offer-ground.js';

/** Kinds that a plan asks and does not order: they sit on the tree and are left to the officer. */
const ASIDE = ['council', 'association'];

type Participants = NonNullable<PreparationAnswers['participants']>;

/** The kinds directly below the launching body, without the standing body itself. */
export function offeredParticipants(
  { launching, standing }: Partial<BodyAnswers>,
  { tree }: OfferGround,
  language: Language,
): Participants | undefined {
  if (launching === undefined || standing === undefined) return undefined;
  const kinds = kindsOf(tree.childrenOf(launching), tree).filter((kind) => !ASIDE.includes(kind));
  if (kinds.length === 0) return undefined;
  return {
    select: { kinds, exclude: [standing] },
    answer: kinds.map((kind) => kindText(kind, language)).join('; '),
    ground: say('offer.participants', {}, language),
  };
}

/**
 * Who reports to whom: participants to the standing body, what stands below a participant to its parent, the standing body to the office.
 * Undefined while a body is not known.
 */
export function offeredLevels(
  { launching, standing, office }: Partial<BodyAnswers>,
  participants: Participants | undefined,
  { tree }: OfferGround,
): Record<string, LevelAnswer> | undefined {
  if (launching === undefined || standing === undefined || office === undefined || !participants) return undefined;
  const { select } = participants;
  const chosen = tree.select(select, launching);
  const collecting = chosen.filter((id) => ownChildren(id, tree).length > 0);
  const collectors = kindsOf(collecting, tree);
  const below = kindsOf(
    collecting.flatMap((id) => ownChildren(id, tree)),
    tree,
  );
  const others = kindsOf(chosen, tree).filter((kind) => !collectors.includes(kind));
  const only = (kinds: string[]) => ({ ...select, kinds });
  return {
    standing: { level: 'standing', owes: { units: [standing] }, to: office, addressee: launching, consolidates: true },
    ...(collectors.length > 0 && {
      collector: { level: 'unit', owes: only(collectors), to: standing, consolidates: true },
    }),
    ...(others.length > 0 && { unit: { level: 'unit', owes: only(others), to: standing } }),
    ...(below.length > 0 && { below: { level: 'below', owes: { kinds: below }, to: 'parent' } }),
  };
}

const ownChildren = (id: string, tree: OfferGround['tree']): string[] =>
  tree.childrenOf(id).filter((child) => !ASIDE.includes(tree.unit(child)!.kind));

const kindsOf = (ids: readonly string[], tree: OfferGround['tree']): string[] => [
  ...new Set(ids.map((id) => tree.unit(id)!.kind)),
];

/** The field's word for a kind of unit; the kind itself where there is none. */
export function kindText(kind: string, language: Language): string {
  const code = `unit-kind.${kind}`;
  return KNOWN.has(kind) ? say(code as MessageCode, {}, language) : kind;
}

const KNOWN = new Set([
  ...['province', 'department', 'office', 'district', 'commune', 'township', 'ward', 'village_group'],
  ...['school', 'section', 'council', 'enterprise', 'association'],
]);
