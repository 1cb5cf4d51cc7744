import { compare, decimal } from '../target/decimal.js';
import type { Figure } from '../target/target.types.js';
import type { AmendedFigure, Amendment, FigureParts } from './amendment.types.js';

/**
 * Where a report that stands differs from what its round's sheet says now; whether a figure is reviewed or estimated is no difference.
 * @param was figures of the report, those said by hand as they were computed
 * @param now figures of the sheet
 * @param booked notes on this submission that were booked for the next period: what they say counts as said
 */
export function amendedFigures(
  targets: readonly string[],
  was: readonly Figure[],
  now: readonly Figure[],
  booked: readonly Amendment[] = [],
): AmendedFigure[] {
  const said = new Map<string, FigureParts | null>(was.map((figure) => [figure.target, partsOf(figure)]));
  for (const { figures } of booked) for (const figure of figures) said.set(figure.target, figure.now);
  const stands = new Map(now.map((figure) => [figure.target, partsOf(figure)]));
  return targets
    .map((target) => ({ target, was: said.get(target) ?? null, now: stands.get(target) ?? null }))
    .filter((one) => !same(one.was, one.now));
}

const PARTS = ['value', 'numerator', 'denominator'] as const;

function partsOf({ value, numerator, denominator }: Figure): FigureParts {
  return { value, ...(numerator !== undefined && { numerator }), ...(denominator !== undefined && { denominator }) };
}

const same = (a: FigureParts | null, b: FigureParts | null): boolean =>
  PARTS.every((part) => sameNumber(a?.[part] ?? null, b?.[part] ?? null));

const sameNumber = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : compare(decimal(a), decimal(b)) === 0;
