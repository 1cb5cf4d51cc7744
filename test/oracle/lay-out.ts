import { firstClock, type Clock } from './clock.js';
import { type Duty, type Plan, type Step, type WorkCalendar } from './dump.types.js';
import { OPENING_TIME } from './readings.js';
import { dayOf, timeOn, type Instant } from './time.js';
import { parentOn, pickUnits } from './tree.js';
import { type World } from './world.js';

/** An obligation as it must exist from `laidAt` on. */
export interface Laid {
  id: string;
  plan: Plan;
  step: Step;
  duty: Duty;
  subject: string;
  line: string;
  round: string;
  answeringUnit: string;
  /** Set where one named post answers. */
  answeringPost: string | null;
  receiver: string;
  laidAt: Instant;
  clock: Clock;
}

/** True for steps whose obligations exist from the launch on; a follow-up always waits for the conclusion. */
export const laidAtLaunch = (step: Step) =>
  step.opens !== undefined && step.after.length === 0 && step.kind !== 'follow_up';

/** The obligations of a step. @param laidAt launch or the step's opening @param openedAt the step's opening */
export function layOut(world: World, plan: Plan, step: Step, laidAt: Instant, openedAt: Instant): Laid[] {
  const calendar = world.calendar(plan);
  return step.duties.flatMap((duty) => {
    const opens = duty.opens ?? step.opens;
    const opensAt =
      duty.kind === 'minutes'
        ? ballotClose(step, openedAt, calendar)
        : opens === undefined
          ? openedAt
          : Math.max(laidAt, timeOn(opens, OPENING_TIME));
    const clock = firstClock(duty, dayOf(openedAt), opensAt, calendar);
    return pickUnits(world, plan, duty.owes, dayOf(laidAt)).flatMap((subject) =>
      linesOf(step, duty).map(({ line, post }) => {
        const receiver =
          duty.to === 'parent' ? (parentOn(world, subject, dayOf(openedAt)) ?? plan.launchingUnit) : duty.to.unit;
        return {
          id: [plan.code, step.id, duty.kind, subject, line].join('.'),
          plan,
          step,
          duty,
          subject,
          line,
          round: [plan.code, step.id, duty.level, receiver].join('.'),
          answeringUnit: duty.answeredBy ?? subject,
          answeringPost: post,
          receiver,
          laidAt,
          clock,
        };
      }),
    );
  });
}

/** Minutes are asked for when the votes are counted: at the end of the day of the session. */
function ballotClose(step: Step, openedAt: Instant, calendar: WorkCalendar): Instant {
  const vote = step.duties.find(({ kind }) => kind === 'vote')!;
  return firstClock(vote, dayOf(openedAt), openedAt, calendar).dueAt;
}

function linesOf(step: Step, duty: Duty): { line: string; post: string | null }[] {
  if (duty.kind === 'vote') {
    const members = step.council?.members ?? [];
    return members.map((post) => ({ line: post.slice(post.indexOf(':') + 1), post }));
  }
  if (duty.kind === 'minutes') return [{ line: 'main', post: step.council?.secretary ?? null }];
  return [{ line: duty.kind === 'follow_up' ? duty.level : 'main', post: null }];
}
