import type { DossierView } from '../api/contracts';

export type ActName =
  | 'fill'
  | 'extension-request'
  | 'delay'
  | 'withdraw'
  | 'receive'
  | 'accept'
  | 'return'
  | 'extension-decision'
  | 'extension'
  | 'escalate';

/** What is offered; the API judges again. A post's id begins with its unit. */
export function actsOf(owed: DossierView, post: string): ActName[] {
  const unit = post.slice(0, post.indexOf(':'));
  const mine = owed.answeringPost === undefined ? unit === owed.answeringUnit : post === owed.answeringPost;
  const { state } = owed;
  const owes = state === 'open' || state === 'returned';
  // a difficulty is answered in its own panel
  const fill = owed.kind === 'answer' ? [] : (['fill'] as const);
  if (mine) return owes ? [...fill, 'extension-request', 'delay'] : state === 'submitted' ? ['withdraw'] : [];
  const above = owed.ancestors.includes(unit) && post.endsWith(':head');
  if (unit !== owed.receiver && !above) return [];
  const asked = owed.extension !== null && owed.extension.decision === undefined;
  if (owes) return [...(asked ? (['extension-decision'] as const) : []), 'extension', 'escalate'];
  // received first: from then on it is with the reviewer and cannot be withdrawn
  if (state === 'submitted') return ['receive'];
  return state === 'received' ? ['accept', 'return'] : [];
}
