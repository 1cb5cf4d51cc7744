import { dayNumber, type Figure, type LocalDate, type Target, type Unit } from '#libs/domain';
import { plannedFor } from '#libs/domain/target/concern.js';
import { goalOf } from '#libs/domain/target/goal.js';
import { draw, type Draw } from '../random.js';
import { bandFigure } from './band-figures.js';
import { ratioFigure } from './ratio-figures.js';

/** The days figures cover; `final` when nothing is added after them. */
export interface FigurePeriod {
  id: string;
  to: LocalDate;
  final: boolean;
}

/** Plausible figures of one unit for the targets it is asked for, in their order. */
export function figuresFor(seed: number, unit: Unit, targets: Target[], period: FigurePeriod): Figure[] {
  return targets.map((target) => {
    const luck = draw(seed, 'figure', unit.id, target.id);
    const reached = reachedBy(target, period, luck);
    return {
      target: target.id,
      ...withReason(valueOf(seed, unit, target, targets, reached)),
      status: period.final ? 'final' : 'estimated',
    };
  });
}

/** Who has no figure says why. */
const withReason = (value: Value): Value & { reason?: string } =>
  value.value === null ? { ...value, reason: 'Chưa được giao mức cụ thể (mẫu).' } : value;

type Value = Pick<Figure, 'value' | 'numerator' | 'denominator'>;

function valueOf(seed: number, unit: Unit, target: Target, targets: Target[], reached: number): Value {
  const luck = draw(seed, 'value', unit.id, target.id);
  if (target.method === 'band') return { value: bandFigure(seed, unit, target, targets) };
  if (target.method === 'ratio') return ratioFigure(unit, target, reached, luck);
  if (target.comparator === 'done') return { value: reached >= 0.97 ? 1 : 0 };
  if (target.comparator === 'zero') return { value: luck.chance(0.97) ? 0 : 1 };
  if (target.comparator === 'decrease_by')
    return { value: rounded((target.baseline ?? 0) - (target.value ?? 0) * reached, placesOf(target)) };
  const goal = plannedFor(target, unit) ?? goalOf(target);
  if (goal === null) return { value: null };
  if (goal === 1) return { value: reached >= 0.93 ? 1 : 0 };
  return { value: Number.isInteger(goal) ? Math.round(goal * reached) : rounded(goal * reached, placesOf(target)) };
}

/**
 * Share of the goal reached by the end of the period: works grow with the year, and end between 90 and 112 %.
 * Years before the deadline's year stand at what was reached then.
 */
function reachedBy(target: Target, { to, final }: FigurePeriod, luck: Draw): number {
  const end = 0.9 + luck.next() * 0.22;
  if (final || to >= target.deadline) return end;
  const left = (dayNumber(target.deadline) - dayNumber(to)) / 365;
  return rounded(end * Math.max(0.2, 1 - left * 0.4), 4);
}

/** No finer than the catalogue allows. */
const placesOf = ({ indicator }: Target): number => Math.min(2, indicator?.decimals ?? 2);

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
