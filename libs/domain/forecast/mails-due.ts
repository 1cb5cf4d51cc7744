import { foldNotices } from '../mail/fold.js';
import { statesOfPhase } from '../obligation/kinds.js';
import { localDateOf } from '../time/local-date.js';
import type { ForecastLetter } from './forecast.types.js';
import { reachWarnings } from './warnings/reach-warnings.js';
import type { Slot, WaitingNotice, World } from './world.js';

/** The mails of this instant: the morning's digest, one per person, and each instant notice on its own. */
export function mailsDue(world: World): void {
  for (const [key, slot] of world.slots) {
    if (slot.at > world.now) continue;
    world.slots.delete(key);
    send(world, slot);
  }
}

function send({ now, staff, book }: World, { kind, notices }: Slot): void {
  const day = localDateOf(now);
  const own = ({ obligation, post }: WaitingNotice): string => `${obligation}|${post}`;
  const folded = foldNotices(
    notices,
    (post) => staff.reach(post, day),
    (notice, addressee) => (kind === 'mail' ? addressee : own(notice)),
  );
  const letters = [...folded.values()].map(({ reach, posts, notices: mine }): ForecastLetter => {
    const person = reach.holder?.person ?? null;
    const standing = mine.filter(stands).length;
    const outcome = person === null ? 'failed' : standing === 0 ? 'withdrawn' : 'sent';
    return { person, posts, notices: outcome === 'sent' ? standing : 0, outcome };
  });
  const standing = notices.filter(stands);
  book.tell(now, kind, {
    obligations: standing.length,
    recipients: standing,
    letters,
    warnings: reachWarnings(staff, [...new Set(notices.map(({ post }) => post))].sort(), day),
  });
}

/** The last look before sending: is what the notice speaks about still owed? */
const stands = ({ group }: WaitingNotice): boolean =>
  (statesOfPhase[group.clock.phase] as readonly string[]).includes(group.state);
