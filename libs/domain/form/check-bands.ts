import { block, type Fault } from './fault.types.js';
import type { FormCell } from './form.types.js';
import type { ReportedFigure } from './report.types.js';
import { figureText } from '../indicator/figure-text.js';

/**
 * Bands are counted cumulatively: who has reached a higher one has reached the lower ones too, so the count never grows upward
 * (seed 002: 8 communes at 14 criteria or more are among the 28 at 9 or more).
 */
export function checkBands(cells: readonly FormCell[], figures: ReadonlyMap<string, ReportedFigure>): Fault[] {
  const valueOf = ({ target }: FormCell): number | null => figures.get(target)?.value ?? null;
  return cells.flatMap((high) => {
    const above = valueOf(high);
    if (!high.band || above === null) return [];
    const lower = cells
      .filter(({ band }) => band?.family === high.band!.family && band.from < high.band!.from)
      .filter((low) => valueOf(low) !== null)
      .sort((a, b) => b.band!.from - a.band!.from)[0];
    const below = lower && valueOf(lower)!;
    if (below === undefined || above <= below) return [];
    const told = { value: figureText(above), lower: figureText(below), name: lower!.name };
    return [block(`figures.${high.target}.value`, 'fault.band-above-lower', told)];
  });
}
