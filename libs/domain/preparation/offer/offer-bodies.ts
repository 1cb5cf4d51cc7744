import type { BodyAnswers } from '../answers.types.js';
import type { OfferGround } from './offer-ground.js';

const OFFICE = /^văn phòng/i;

/** Launching is the unit that has a chair, standing the one that prepares below it, the office what is called one. */
export function offeredBodies(
  { launching: said, standing, office, chair }: Partial<BodyAnswers>,
  { owner, tree, posts }: OfferGround,
): Partial<BodyAnswers> {
  const chairOf = (unit: string | null) => posts.find((post) => post.unit === unit && post.role === 'chair')?.id;
  const launching = said ?? (chairOf(owner) === undefined ? (tree.parentOf(owner) ?? owner) : owner);
  const receives = tree.childrenOf(launching).find((id) => OFFICE.test(tree.unit(id)!.name.normalize('NFC')));
  const found = {
    launching,
    standing: standing ?? (owner === launching ? undefined : owner),
    office: office ?? receives,
    chair: chair ?? chairOf(launching),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
