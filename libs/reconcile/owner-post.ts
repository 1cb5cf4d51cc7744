import { attempt, lifecycleOf, recipients, type Audience, type CampaignPlan, type UnitTree } from '#libs/domain';
import type { ObligationDoc } from '#libs/store';

type Owned = Pick<ObligationDoc, 'kind' | 'state' | 'answeringUnit' | 'answeringPost' | 'receiver'>;

const AUDIENCES: readonly string[] = ['focal', 'head', 'reviewer', 'superior', 'standing_body', 'chair'];

/** Post that must move an obligation on from its state; '' where table or record names nobody, null where it is the operator's. */
export function ownerPost(o: Owned, plan: Pick<CampaignPlan, 'standingBody' | 'chairPost'>): string | null {
  const owner = lifecycleOf(o.kind).ownerOf(o.state);
  if (owner === null) return '';
  if (owner === 'member') return o.answeringPost ?? '';
  if (!AUDIENCES.includes(owner)) return null;
  return attempt(() => recipients(o, [owner as Audience], plan)).result?.[0] ?? '';
}

/** A post counts as there when it exists, or a head does in its unit or above, who answers in its stead (row 42). */
export function somebodyFor(post: string, posts: ReadonlySet<string>, tree: UnitTree): boolean {
  if (posts.has(post)) return true;
  const unit = post.slice(0, post.indexOf(':'));
  return [unit, ...tree.ancestorsOf(unit)].some((id) => posts.has(`${id}:head`));
}
