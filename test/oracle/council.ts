import { type StepLife } from './campaign.js';
import { votesOf, type TallyRow } from './content.js';
import { ceilShare, fraction } from './decimal.js';
import { type Action, type SessionRow } from './dump.types.js';
import { type World } from './world.js';

/** Yes votes needed: a share of all members, present or not, rounded up. Null where nobody has said the share. */
export function neededVotes(yesShare: number | null, members: number): number | null {
  const share = fraction(yesShare);
  return share && ceilShare(share, members);
}

/** Counts the members' latest votes again, item by item; a vote after the close does not count. */
export function recount(world: World, step: StepLife, items: string[], session: SessionRow): TallyRow[] {
  const closed = commandsOf(world, session).findLast((a) => a.type === 'close_session')?.at;
  const votes = step.lives
    .filter((l) => l.laid.duty.kind === 'vote' && l.state === 'done')
    .map((l) => world.submissions.get(l.submission ?? ''))
    .filter((s) => s !== undefined && (!closed || s.at <= closed))
    .map((s) => votesOf(s!.content));
  return items.map((item) => {
    const count = (choice: string) => votes.filter((v) => v.get(item) === choice).length;
    return { item, yes: count('yes'), no: count('no'), blank: count('blank') };
  });
}

/** Who was there, as the last command on the session says; null without one. */
export function presentAt(world: World, session: SessionRow): string[] | null {
  return commandsOf(world, session).findLast((a) => a.present)?.present ?? null;
}

const commandsOf = (world: World, session: SessionRow): Action[] =>
  world.dump.actions.filter((a) => a.session === session._id);
