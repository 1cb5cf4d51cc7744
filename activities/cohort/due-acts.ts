import type { ProcessAct } from '#libs/contracts';
import { agenda, entriesDue, type AgendaEntry, type Clock } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { Store } from '#libs/store';
import { actSummary } from './act-summary.js';

interface Group {
  _id: { clockKey: string; nextAt: Date };
  clock: Clock;
  count: number;
}

/** Obligations whose next instant has come, grouped by agenda and instant: each group is one mass act. */
export async function dueActs(store: Store, cohort: string, now: Date): Promise<ProcessAct[]> {
  const groups = (await store.obligations
    .aggregate([
      { $match: { cohort, nextAt: { $lte: now } } },
      {
        $group: { _id: { clockKey: '$clockKey', nextAt: '$nextAt' }, clock: { $first: '$clock' }, count: { $sum: 1 } },
      },
    ])
    .toArray()) as Group[];
  groups.sort((a, b) => a._id.nextAt.getTime() - b._id.nextAt.getTime() || (a._id.clockKey < b._id.clockKey ? -1 : 1));
  return groups.map(({ _id: { clockKey, nextAt }, clock, count }) => {
    const entries = entriesOf(clock, nextAt, now);
    return {
      id: [cohort, clockKey, nextAt.toISOString()].join('|'),
      kind: entries.map((entry) => entry.act).join('+'),
      summary: actSummary(entries, count),
      args: { clockKey, clock: JSON.stringify(clock), nextAt: nextAt.toISOString(), until: now.toISOString() },
    };
  });
}

/** Everything of the agenda between the instant that was waited for and now; more than one after an outage. */
export function entriesOf(clock: Clock, from: Date, now: Date): AgendaEntry[] {
  const entries = agenda(clock, ruleBook.ladder(clock.ladder), ruleBook.calendar(clock.calendar));
  return entriesDue(entries, new Date(from.getTime() - 1), now);
}

export interface ActFacts {
  clockKey: string;
  clock: Clock;
  /** The instant that was waited for. */
  at: Date;
  /** The instant of the examination that found the act. */
  until: Date;
  entries: AgendaEntry[];
}

/** The facts of a mass act, from the plain JSON it travelled in; the obligations' own clocks may have moved on since. */
export function actFacts({ args }: ProcessAct): ActFacts {
  const plain = JSON.parse(args.clock as string) as Clock;
  const date = (value: Date | string): Date => new Date(value);
  const lockAt = plain.lockAt === null ? null : date(plain.lockAt);
  const clock = { ...plain, opensAt: date(plain.opensAt), dueAt: date(plain.dueAt), lockAt };
  const at = date(args.nextAt as string);
  const until = date(args.until as string);
  return { clockKey: args.clockKey as string, clock, at, until, entries: entriesOf(clock, at, until) };
}
