import type { Ladder, Rung } from './ladder.types.js';

/** What every ladder of a campaign keeps to: no fewer words than people can rely on, no more than they will read. */
export interface LadderBounds {
  /** At most so many rungs of each act. */
  most: { remind: number; urge: number; escalate: number };
  /** The last reminder stands at most so many working days before the due day. */
  lastReminder: number;
  /** The first word after the due day comes at most so many working days after it. */
  firstAfter: number;
  source: string;
}

export type LadderFault =
  | 'ladder-same-instant'
  | 'ladder-too-many'
  | 'ladder-no-reminder'
  | 'ladder-too-dense'
  | 'ladder-urges-after-escalation'
  | 'ladder-without-top'
  | 'ladder-silent-after';

/**
 * Where a ladder nags above the cap or says less than the floor: after the due day rungs get rarer, then escalation takes the place of
 * nagging, and the named top ends it. Ladders of drills (rungs by duration) are not judged.
 * @param varied the ladder of the rules that it varies, or is
 */
export function ladderFaults(ladder: Ladder, varied: Ladder, bounds: LadderBounds): LadderFault[] {
  const rungs = ladder.rungs.filter(({ act }) => act !== 'open');
  if (rungs.some(({ at }) => at.workingDays === undefined)) return [];
  const days = rungs.map(daysOf).sort((a, b) => a - b);
  const after = rungs.filter((rung) => daysOf(rung) > 0).sort((a, b) => daysOf(a) - daysOf(b));
  const reminders = rungs.filter(({ act }) => act === 'remind');
  const [first] = after;
  const escalated = after.find(({ act }) => act === 'escalate');
  const escalates = varied.rungs.some(({ act }) => act === 'escalate');
  return [
    ...when(new Set(days).size < days.length, 'ladder-same-instant'),
    ...when(
      (['remind', 'urge', 'escalate'] as const).some(
        (act) => rungs.filter((rung) => rung.act === act).length > bounds.most[act],
      ),
      'ladder-too-many',
    ),
    ...when(!reminders.some((rung) => daysOf(rung) <= 0 && daysOf(rung) >= -bounds.lastReminder), 'ladder-no-reminder'),
    ...when(closesIn(after.map(daysOf)), 'ladder-too-dense'),
    ...when(
      escalated !== undefined && after.some((rung) => rung.act === 'urge' && daysOf(rung) > daysOf(escalated)),
      'ladder-urges-after-escalation',
    ),
    ...when(escalates && after.at(-1)?.act !== 'escalate', 'ladder-without-top'),
    ...when(escalates && first !== undefined && daysOf(first) > bounds.firstAfter, 'ladder-silent-after'),
  ];
}

const daysOf = ({ at }: Rung): number => at.workingDays!;

const when = (holds: boolean, fault: LadderFault): LadderFault[] => (holds ? [fault] : []);

/** Does any gap, counted from the due day, come out shorter than the one before it? */
function closesIn(days: number[]): boolean {
  const gaps = days.map((day, n) => day - (days[n - 1] ?? 0));
  return gaps.some((gap, n) => n > 0 && gap < gaps[n - 1]!);
}
