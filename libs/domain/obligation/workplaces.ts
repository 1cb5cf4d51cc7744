import type { Clock } from '../ladder/ladder.types.js';
import type { UnitTree } from '../units/tree.js';
import type { RuleBook } from './rule-book.types.js';
import type { Obligation, Workplace } from './obligation.types.js';

/** Where a unit works: its own kind of week or that of the nearest unit above that names one, else the campaign's. */
export function workplaceOf(unit: string, tree: UnitTree, campaign: string): Workplace {
  const area = [unit, ...tree.ancestorsOf(unit)];
  const kind = area.map((id) => tree.unit(id)?.calendar).find((named) => named !== undefined);
  return { calendar: kind ?? campaign, area };
}

type Placed = Pick<Obligation, 'clock' | 'worksAt'>;

/**
 * Id of the calendar by which a clock of this phase counts: the receiver's while it reviews, else that of who answers. Work laid out
 * before workplaces were kept goes on by the calendar it has.
 */
export function calendarOfPhase({ clock, worksAt }: Placed, phase: Clock['phase'], rules: RuleBook): string {
  const place = phase === 'review' ? worksAt?.receiver : worksAt?.owner;
  return place ? rules.calendarOf(place).id : clock.calendar;
}
