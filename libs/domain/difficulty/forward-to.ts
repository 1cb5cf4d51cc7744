import type { UnitTree } from '../units/tree.js';

/** Kinds of units that a body hands a matter to which it is not itself competent for. */
const OFFICES: readonly string[] = ['department', 'section', 'office'];

/**
 * Where an answer may be forwarded: the unit above its owner, an office beside the owner, or an office of the owner itself. Never to whoever
 * raised it, nor to a unit that has had it: so it comes to rest somewhere.
 */
export function forwardTo(
  tree: UnitTree,
  { owner, raiser, had }: { owner: string; raiser: string; had: readonly string[] },
): string[] {
  const above = tree.parentOf(owner);
  const near = [...(above === null ? [] : tree.childrenOf(above)), ...tree.childrenOf(owner)];
  const offices = near.filter((id) => OFFICES.includes(tree.unit(id)?.kind ?? ''));
  const all = [...(above === null ? [] : [above]), ...offices];
  return [...new Set(all)].filter((id) => id !== raiser && id !== owner && !had.includes(id));
}

/** Who stands above the owner of an answer and is told where it is late; at the top the owner itself. */
export const aboveOwner = (tree: UnitTree, owner: string): string => tree.parentOf(owner) ?? owner;
