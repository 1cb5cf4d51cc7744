import type { ProcessAct } from '#libs/contracts';
import { attempt, engineAct, say, type Clock } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { Store } from '#libs/store';
import { actSummary } from './act-summary.js';

interface Group {
  _id: { clockKey: string; nextAt: Date; parked: boolean; releasedAt: Date | null };
  clock: Clock;
  count: number;
}

/**
 * Obligations whose next instant has come, grouped by agenda and instant: each group is one mass act. What is parked stands
 * apart, and so does what was just released: the others of its group have had the act it still needs.
 */
export async function dueActs(store: Store, cohort: string, now: Date): Promise<ProcessAct[]> {
  const key = {
    clockKey: '$clockKey',
    nextAt: '$nextAt',
    parked: { $eq: ['$state', 'parked'] },
    releasedAt: { $ifNull: ['$releasedAt', null] },
  };
  const groups = (await store.obligations
    .aggregate([
      { $match: { cohort, nextAt: { $lte: now } } },
      { $group: { _id: key, clock: { $first: '$clock' }, count: { $sum: 1 } } },
    ])
    .toArray()) as Group[];
  groups.sort((a, b) => a._id.nextAt.getTime() - b._id.nextAt.getTime() || (a._id.clockKey < b._id.clockKey ? -1 : 1));
  return groups.map((group) => actOf(cohort, group, now));
}

function actOf(cohort: string, { _id, clock, count }: Group, now: Date): ProcessAct {
  const { clockKey, nextAt, parked, releasedAt } = _id;
  const again: Record<string, string> = releasedAt ? { releasedAt: releasedAt.toISOString() } : {};
  const id = [cohort, clockKey, nextAt.toISOString(), ...Object.values(again)].join('|');
  const until = now.toISOString();
  const args = { clockKey, clock: JSON.stringify(clock), nextAt: nextAt.toISOString(), until, ...again };
  if (parked) return { id: `${id}|retry`, kind: 'retry', summary: say('act.retry', { count }), args };
  const { result } = attempt(() => engineAct(clock, nextAt, now, ruleBook));
  if (result === null) return { id, kind: 'park', summary: say('act.park', { count }), args };
  const kind = result.entries.map(({ act }) => act).join('+');
  return { id, kind, summary: actSummary(result.entries, count), args };
}

export interface ActFacts {
  clockKey: string;
  clock: Clock;
  /** The instant that was waited for. */
  at: Date;
  /** The instant of the examination that found the act. */
  until: Date;
  /** Set where it repeats, for obligations released since, what others have had. */
  releasedAt: Date | null;
}

/** The facts of a mass act, from the plain JSON it travelled in; the obligations' own clocks may have moved on since. */
export function actFacts({ args }: ProcessAct): ActFacts {
  const plain = JSON.parse(args.clock as string) as Clock;
  const date = (value: Date | string): Date => new Date(value);
  const lockAt = plain.lockAt === null ? null : date(plain.lockAt);
  const { graceUntil, delay, byHand } = plain;
  const clock: Clock = {
    ...plain,
    ...{ opensAt: date(plain.opensAt), dueAt: date(plain.dueAt), lockAt },
    ...(graceUntil && { graceUntil: date(graceUntil) }),
    ...(delay && { delay: { ...delay, at: date(delay.at) } }),
    ...(byHand && { byHand: { ...byHand, at: date(byHand.at) } }),
  };
  const releasedAt = args.releasedAt === undefined ? null : date(args.releasedAt as string);
  return {
    clockKey: args.clockKey as string,
    clock,
    at: date(args.nextAt as string),
    until: date(args.until as string),
    releasedAt,
  };
}
