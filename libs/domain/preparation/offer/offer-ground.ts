import type { UnitTree } from '../../units/tree.js';
import type { Post } from '../../units/unit.types.js';

/** What an offer rests on beside the text. */
export interface OfferGround {
  /** Unit that began the preparation. */
  owner: string;
  /** The tree of the campaign's first day. */
  tree: UnitTree;
  posts: readonly Pick<Post, 'id' | 'unit' | 'role'>[];
}
