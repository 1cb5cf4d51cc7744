import type { Figure, Target, Unit } from '#libs/domain';
import type { Draw } from '../random.js';

/** Households, people or pupils a unit of this kind counts on; whole numbers from … to. */
const SIZES: Record<string, readonly [number, number]> = {
  department: [20_000, 60_000],
  district: [12_000, 32_000],
  commune: [500, 1_900],
  township: [900, 2_600],
  ward: [1_200, 3_400],
  village_group: [70, 260],
  school: [120, 620],
  section: [40, 400],
};

/** Scopes in which the reporting unit itself is what is counted: it has reached the standard or it has not. */
const ITSELF: readonly string[] = [
  'xã',
  'tổ, bản',
  'khu dân cư',
  'cơ quan, đơn vị, nhà trường',
  'cơ quan, trường, bản, tổ',
];

/** A rate as numerator and denominator. @param reached share of the goal, may exceed 1 */
export function ratioFigure(
  unit: Unit,
  target: Target,
  reached: number,
  luck: Draw,
): Pick<Figure, 'value' | 'numerator' | 'denominator'> {
  const denominator = countsItself(unit, target) ? 1 : luck.whole(...(SIZES[unit.kind] ?? [50, 200]));
  const rate = rateOf(target, reached) / 100;
  const numerator = denominator === 1 ? Number(luck.chance(rate)) : Math.round(denominator * rate);
  return { value: Number(((numerator / denominator) * 100).toFixed(2)), numerator, denominator };
}

/** A province's communes count their living areas; a ward's group is one. */
function countsItself(unit: Unit, { per }: Target): boolean {
  return ITSELF.includes(per) && (per !== 'khu dân cư' || unit.kind === 'village_group');
}

/** Percent. Ceilings are approached from below, falls from the baseline; nothing passes 100. */
function rateOf({ comparator, value, baseline }: Target, reached: number): number {
  const goal = value ?? baseline ?? 0;
  if (comparator === 'at_most' || comparator === 'less_than') return goal * (2 - Math.min(reached + 0.05, 1.2));
  if (comparator === 'decrease_by') return Math.max(0, (baseline ?? goal) - goal * reached);
  return Math.min(100, goal * (0.9 + 0.1 * Math.min(1, reached)) + 4 * Math.max(0, reached - 0.96));
}
