import {
  addWorkingDays,
  localDateOf,
  type CampaignPlan,
  type LocalDate,
  type Unit,
  type WorkCalendar,
} from '#libs/domain';
import { calendarById } from '#libs/rules';
import type { JournalDoc, ObligationDoc, Store } from '#libs/store';
import type { PlannedAct } from '../../apps/cli/src/demo/agenda-of-people.js';
import type { Reacting } from '../../apps/cli/src/demo/live.js';
import { Papers } from '../../apps/cli/src/demo/papers.js';
import { draw, type Draw } from '../../apps/cli/src/demo/random.js';
import { courseOf, type Course } from './behaviour.js';
import { moment } from './moment.js';

const REASON = { reason: 'Ngẫu nhiên (mẫu).' };

/** What somebody is about to decide from: the obligation as it stands, its course, a fresh draw for this event. */
interface Case {
  o: ObligationDoc;
  course: Course;
  luck: Draw;
  now: Date;
  calendar: WorkCalendar;
  due: LocalDate;
}

/** Everybody in a random campaign: reacts to what the journal says happened, by the seed. */
export class RandomPeople implements Reacting {
  private readonly papers: Papers;

  constructor(
    private readonly store: Store,
    private readonly seed: number,
    plan: CampaignPlan,
    units: Unit[],
    /** Decisions about the whole campaign, made known at its launch. */
    private readonly board: PlannedAct[],
  ) {
    this.papers = new Papers(store, seed, new Map([[plan.code, plan]]), new Map(units.map((unit) => [unit.id, unit])));
  }

  async react(entries: JournalDoc[], now: Date): Promise<PlannedAct[]> {
    const launched = entries.some(({ type }) => type === 'launched');
    const events = new Map<string, string>();
    for (const { type, subject, data } of entries) {
      if (type === 'act' && (data.acts as { act: string }[]).some(({ act }) => act === 'open'))
        for (const [id] of data.obligations as [string, number][]) events.set(id, 'opened');
      else if (type in REACTIONS) events.set(subject, type);
    }
    const found = events.size
      ? ((await this.store.obligations
          .find({ _id: { $in: [...events.keys()] } } as never)
          .toArray()) as unknown as ObligationDoc[])
      : [];
    const acts = found.flatMap((o) => this.reaction(o, events.get(o._id)!, now));
    return launched ? [...this.board, ...acts] : acts;
  }

  private reaction(o: ObligationDoc, event: string, now: Date): PlannedAct[] {
    const calendar = calendarById(o.clock.calendar);
    const luck = draw(this.seed, event, o._id, String(o.revision));
    const course = courseOf(this.seed, o);
    return REACTIONS[event]!({ o, course, luck, now, calendar, due: localDateOf(o.clock.dueAt) }, this.papers);
  }
}

type Reaction = (one: Case, papers: Papers) => PlannedAct[];

const REACTIONS: Record<string, Reaction> = {
  opened,
  submitted,
  returned,
  withdrawn: (one, papers) => [submit(one, papers, at(one, localDateOf(one.now), one.luck.whole(1, 3)))],
  extension_requested: (one) => [decideExtension(one)],
  extension_decided: (one, papers) => [submit(one, papers, at(one, one.due, one.luck.whole(-1, 1)))],
  extended: (one, papers) =>
    one.course === 'extended_unasked' ? [submit(one, papers, at(one, one.due, one.luck.whole(-1, 1)))] : [],
  delay_declared: delayDeclared,
  escalated: (one, papers) => [submit(one, papers, at(one, localDateOf(one.now), one.luck.whole(1, 2)))],
};

function at({ calendar, now }: Case, base: LocalDate, workingDays: number): Date {
  return moment(calendar, base, workingDays, now);
}

const owing = ({ o }: Case): string => o.answeringPost ?? `${o.answeringUnit}:focal`;
const receiving = ({ o }: Case): string => `${o.receiver}:focal`;

function act({ o }: Case, post: string, path: string, when: Date, body: object = {}): PlannedAct {
  return { at: when, obligation: o._id, post, path, body: () => Promise.resolve(body) };
}

function submit(one: Case, papers: Papers, when: Date): PlannedAct {
  const nil = one.course === 'nil';
  return { ...act(one, owing(one), 'submission', when), body: () => papers.of(one.o, when, nil) };
}

function opened(one: Case, papers: Papers): PlannedAct[] {
  const { course, due, luck } = one;
  switch (course) {
    case 'never':
      return [];
    case 'late':
      return [submit(one, papers, at(one, due, luck.whole(1, 4)))];
    case 'withdrawn':
      return [submit(one, papers, at(one, due, -luck.whole(1, 3)))];
    case 'extension_granted':
    case 'extension_refused': {
      const proposedDay = addWorkingDays(one.calendar, due, luck.whole(1, 5));
      return [act(one, owing(one), 'extension-request', at(one, due, -luck.whole(1, 4)), { proposedDay, ...REASON })];
    }
    case 'extended_unasked': {
      const lastDay = addWorkingDays(one.calendar, due, luck.whole(1, 5));
      return [act(one, receiving(one), 'extension', at(one, due, -luck.whole(0, 3)), { lastDay, ...REASON })];
    }
    case 'delay_kept':
    case 'delay_broken':
    case 'delay_twice':
      return [declare(one, due, at(one, due, luck.whole(-6, 2)))];
    case 'escalated': {
      const to = luck.chance(0.5) ? 'head' : 'chair';
      return [act(one, receiving(one), 'escalate', at(one, due, luck.whole(1, 2)), { to, ...REASON })];
    }
    case 'excused':
      return [act(one, receiving(one), 'excuse', at(one, due, luck.whole(-6, 2)), REASON)];
    default:
      return [submit(one, papers, at(one, due, -luck.whole(0, 6)))];
  }
}

/** "Tôi sẽ nộp muộn", until some working days after the later of a day and today. */
function declare(one: Case, after: LocalDate, when: Date): PlannedAct {
  const day = localDateOf(when);
  const expectedDay = addWorkingDays(one.calendar, after > day ? after : day, one.luck.whole(1, 2));
  return act(one, owing(one), 'delay', when, { expectedDay, ...REASON });
}

function delayDeclared(one: Case, papers: Papers): PlannedAct[] {
  const { course, luck } = one;
  const { n, lastDay } = one.o.clock.delay ?? { n: 1, lastDay: one.due };
  if (course === 'delay_twice' && n === 1) return [declare(one, lastDay, at(one, lastDay, -luck.whole(0, 1)))];
  if (course === 'delay_broken' && luck.chance(0.5)) return [];
  return [submit(one, papers, at(one, lastDay, course === 'delay_broken' ? luck.whole(1, 3) : 0))];
}

/** Every paper is looked at in the end, some long after the reviewer's own date. */
function submitted(one: Case): PlannedAct[] {
  const { o, course, luck } = one;
  const today = localDateOf(one.now);
  const first = course === 'withdrawn' && o.attempt === 1;
  const days = first ? luck.whole(2, 3) : luck.chance(0.2) ? luck.whole(3, 7) : luck.whole(0, 2);
  const returns = course === 'returned_once' ? 1 : course === 'returned_twice' ? 2 : 0;
  const path = o.attempt <= returns ? 'return' : 'accept';
  const body = path === 'return' ? REASON : {};
  const post = receiving(one);
  const review = {
    ...act(one, post, 'receive', at(one, today, days)),
    then: { post, path, body: () => Promise.resolve(body) },
  };
  return first ? [act(one, owing(one), 'withdraw', at(one, today, 1), REASON), review] : [review];
}

/** A returned report comes again, in time, late or never; some say first that it will be late. */
function returned(one: Case, papers: Papers): PlannedAct[] {
  const { due, luck } = one;
  const point = luck.whole(1, 10);
  if (point === 1) return [];
  if (point === 2) return [declare(one, due, at(one, due, 0))];
  return [submit(one, papers, at(one, due, point <= 7 ? -luck.whole(0, 1) : luck.whole(1, 2)))];
}

function decideExtension(one: Case): PlannedAct {
  const granted = one.course === 'extension_granted';
  const lastDay = one.o.extension!.proposedDay;
  const body = { granted, ...REASON, ...(granted && { lastDay }) };
  return act(one, receiving(one), 'extension-decision', at(one, localDateOf(one.now), one.luck.whole(0, 2)), body);
}
