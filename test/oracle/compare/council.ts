import { type Course } from '../campaign.js';
import { nameOf, tallyOf } from '../content.js';
import { neededVotes, presentAt, recount } from '../council.js';
import { Findings, type Difference } from '../difference.js';
import { type SessionRow, type Step } from '../dump.types.js';
import { type World } from '../world.js';

/** Sessions: who sits, how many yes votes it takes, and an independent recount. */
export function compareCouncils(world: World, courses: Course[]): Difference[] {
  const found = new Findings();
  for (const course of courses) {
    for (const life of course.all) {
      if (!life.step.council || life.step.skip || life.openedAt === null) continue;
      const of = world.dump.sessions.filter((s) => s.campaign === course.plan.code && s.step === life.step.id);
      const id = `${course.plan.code}.${life.step.id}`;
      if (of.length !== 1) found.add('council', id, 'one session', String(of.length));
      for (const session of of) {
        seats(found, world, life.step, session);
        const rows = tallyOf(session.tally);
        const items = session.items.length ? session.items.map(nameOf) : rows.map((r) => r.item);
        for (const expected of recount(world, life, items, session)) {
          const actual = rows.find((r) => r.item === expected.item);
          found.same('council', session._id, 'tally', expected, actual ?? { item: expected.item });
        }
      }
    }
  }
  return found.all;
}

function seats(found: Findings, world: World, step: Step, session: SessionRow): void {
  const { members, answer } = step.council!;
  const id = session._id;
  found.same('council', id, 'members', members.length, session.members.length);
  const { threshold } = session;
  if (threshold && !threshold.verified)
    found.same('council', id, 'share as answered', answer?.yesShare ?? null, threshold.yesShare);
  const share = threshold?.yesShare ?? answer?.yesShare ?? null;
  found.same('council', id, 'needed', neededVotes(share, members.length), session.needed);
  const present = presentAt(world, session);
  if (present) found.same('council', id, 'present', [...present].sort(), [...session.present].sort());
}
