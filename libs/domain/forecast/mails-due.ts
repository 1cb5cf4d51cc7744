import { foldNotices } from '../mail/fold.js';
import { statesOfPhase } from '../obligation/kinds.js';
import { localDateOf } from '../time/local-date.js';
import type { ForecastLetter } from './forecast.types.js';
import { reachWarnings } from './warnings/reach-warnings.js';
import type { WaitingNotice, World } from './world.js';

/** The mails of this instant: the morning's digest, one per person, and each instant notice on its own. */
export function mailsDue(world: World): void {
  const { now, notices } = world;
  const isDue = ({ slotAt }: WaitingNotice): boolean => slotAt === null || slotAt <= now;
  const due = notices.filter(isDue);
  if (due.length === 0) return;
  world.notices = notices.filter((notice) => !isDue(notice));
  send(
    world,
    'instant_mail',
    due.filter(({ slotAt }) => slotAt === null),
  );
  send(
    world,
    'mail',
    due.filter(({ slotAt }) => slotAt !== null),
  );
}

function send({ now, staff, book }: World, kind: 'mail' | 'instant_mail', notices: WaitingNotice[]): void {
  if (notices.length === 0) return;
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
