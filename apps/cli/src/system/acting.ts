import type { Actor } from '#libs/domain';
import { unitOfPost } from '#libs/contracts';

/** The operator at the machine: no unit of the tree, so never a party to what is decided. */
const OPERATOR = 'system:administrator';

/** Who a command is done by: the post given with `--as`, else the operator. */
export function actorOf(post: string = OPERATOR): Actor {
  return { post, person: null, unit: unitOfPost(post), role: post.slice(post.indexOf(':') + 1) };
}
