import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Actor } from '../obligation/commands.types.js';
import type { GateItem } from './gate/gate.types.js';
import { gatherAnswers } from './gather-answers.js';
import type { Preparation, Waiver } from './preparation.types.js';
import { mayWaive } from './waiver-rights.js';

/** Code of the refusal that says: this post may not; another may. */
export const NOT_YOURS = 'waiver-not-yours';

/**
 * Takes an item of the gate upon the actor's post, with a reason.
 * @param items of the gate as it stands  @returns all waivers, or why not
 */
export function waive(
  preparation: Preparation,
  items: readonly GateItem[],
  { item, reason }: { item: string; reason: string },
  actor: Actor,
  at: string,
): Waiver[] | Refusal {
  const found = items.find(({ id }) => id === item);
  if (!found) return refuse('preparation-unknown-item', { id: item });
  if (found.waivableBy === null)
    return refuse('preparation-cannot-waive', { text: found.text, who: found.waivableByText });
  const { bodies = {} } = gatherAnswers(preparation).answers;
  if (!mayWaive(found.waivableBy, actor, bodies))
    return refuse(NOT_YOURS, { post: actor.post, who: found.waivableByText });
  if (found.waiver) return refuse('preparation-waived-before', { id: item, post: found.waiver.by });
  const waiver = { item, reason, by: actor.post, person: actor.person, at, withdrawn: null };
  return [...preparation.waivers, waiver];
}

/** Who may waive may also take it back; the waiver stays on record as withdrawn. */
export function withdrawWaiver(
  preparation: Preparation,
  items: readonly GateItem[],
  item: string,
  actor: Actor,
  at: string,
): Waiver[] | Refusal {
  const standing = preparation.waivers.findLast((one) => one.item === item && one.withdrawn === null);
  if (!standing) return refuse('preparation-not-waived', { id: item });
  const found = items.find(({ id }) => id === item);
  const { bodies = {} } = gatherAnswers(preparation).answers;
  if (actor.post !== standing.by && !(found?.waivableBy && mayWaive(found.waivableBy, actor, bodies))) {
    return refuse(NOT_YOURS, { post: actor.post, who: found?.waivableByText ?? standing.by });
  }
  return preparation.waivers.map((one) => (one === standing ? { ...one, withdrawn: { by: actor.post, at } } : one));
}
