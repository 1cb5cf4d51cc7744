/** What is offered to a post; the API alone decides. */
export const isAdministrator = (post: string | null): boolean => post?.endsWith(':administrator') ?? false;

/** The history of a campaign is for administrators and the bodies that lead it. */
export function mayInspect(
  post: string | null,
  { launchingUnit, standingBody }: Record<'launchingUnit' | 'standingBody', string>,
): boolean {
  const unit = post?.slice(0, post.indexOf(':'));
  return isAdministrator(post) || unit === launchingUnit || unit === standingBody;
}
