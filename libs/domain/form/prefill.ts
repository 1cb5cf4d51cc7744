import { proposedFigures } from '../consolidation/consolidate.js';
import type { Total } from '../consolidation/total.types.js';
import type { Figure } from '../target/target.types.js';
import { partPath } from './field-path.js';
import type { EarlierFigure, FigureStatus, Form, FormCell } from './form.types.js';

/** Where a figure came from that nobody has typed. */
export type PrefillSource =
  { from: 'last_period'; obligation: string; title: string } | { from: 'children'; round: string; missing: number };

/** A figure put before the eyes of who reports: nothing until it is confirmed. */
export interface Proposal {
  path: string;
  value: number;
  source: PrefillSource;
}

/**
 * What the last period's report would fill in. It is proposed as the estimate it may be: last time's final figure is no final figure
 * of this period, so it goes into the column that is asked for.
 */
export function fromLastPeriod(form: Form, last: readonly EarlierFigure[], status: FigureStatus): Proposal[] {
  return form.cells.flatMap((cell) => {
    const figure = last.find(({ target }) => target === cell.target);
    if (!figure || cell.asked !== 'own') return [];
    const { obligation, title } = figure;
    return partsOf(cell, figure, status, { from: 'last_period', obligation, title });
  });
}

/** What the round below adds up to now, with the number of units that are still missing in it. */
export function fromChildren(form: Form, round: string, totals: readonly Total[], status: FigureStatus): Proposal[] {
  const figures = proposedFigures([...totals]);
  return form.cells.flatMap((cell) => {
    const figure = figures.find(({ target }) => target === cell.target);
    const total = totals.find(({ target }) => target === cell.target);
    if (!figure || !total) return [];
    return partsOf(cell, figure, status, { from: 'children', round, missing: total.coverage.missing.length });
  });
}

function partsOf(cell: FormCell, figure: Figure, status: FigureStatus, source: PrefillSource): Proposal[] {
  return cell.parts.flatMap((part) => {
    const value = figure[part] ?? null;
    return value === null ? [] : [{ path: partPath(cell.target, status, part), value, source }];
  });
}
