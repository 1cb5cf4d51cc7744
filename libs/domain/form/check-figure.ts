import { ratioOf } from '../consolidation/ratio.js';
import { compare, decimal, divide, minus, times, toNumber } from '../target/decimal.js';
import { block, explain, type Fault } from './fault.types.js';
import type { FormCell } from './form.types.js';
import { figureText, scaleOf } from '../indicator/figure-text.js';
import type { ReportRules } from './report-rules.types.js';
import type { ReportedFigure } from './report.types.js';

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** One figure by itself, and against the last period's. Every fault, each at its part. @param proven a stored file is bound to it */
export function checkFigure(
  cell: FormCell,
  figure: ReportedFigure,
  last: ReportedFigure | undefined,
  rules: ReportRules,
  proven: boolean,
): Fault[] {
  const at = `figures.${cell.target}`;
  if (figure.value === null && figure.numerator === undefined) {
    return said(figure.reason) ? [] : [block(`${at}.reason`, 'fault.no-reason', { name: cell.name })];
  }
  const blocked = cell.input === 'ratio' ? checkRate(cell, figure, at) : checkValue(cell, figure, at);
  if (blocked.length > 0 || said(figure.explanation)) return blocked;
  return [...checkProof(cell, figure, at, proven), ...againstLast(cell, figure, last, rules, at)];
}

function checkValue(cell: FormCell, { value }: ReportedFigure, at: string): Fault[] {
  const faults = decimals(cell, value!, `${at}.value`);
  if (cell.input === 'value') return faults;
  if (value! < 0) faults.push(block(`${at}.value`, 'fault.negative'));
  if (cell.input === 'yes_no' && cell.asked === 'own' && value !== 0 && value !== 1) {
    return [block(`${at}.value`, 'fault.yes-or-no')];
  }
  return faults;
}

/** A rate is what its parts give; a share never passes its whole. */
function checkRate(cell: FormCell, { value, numerator, denominator, reason }: ReportedFigure, at: string): Fault[] {
  if (numerator === undefined) return [block(`${at}.numerator`, 'fault.part-missing', { name: cell.name })];
  if (denominator === undefined) return [block(`${at}.denominator`, 'fault.part-missing', { name: cell.name })];
  const faults: Fault[] = [];
  if (numerator < 0) faults.push(block(`${at}.numerator`, 'fault.negative'));
  if (denominator < 0) faults.push(block(`${at}.denominator`, 'fault.negative'));
  if (faults.length > 0) return faults;
  const rate = ratioOf(numerator, denominator, cell.unit);
  if (rate === null) {
    if (numerator > 0) return [block(`${at}.denominator`, 'fault.no-whole')];
    return said(reason) ? [] : [block(`${at}.reason`, 'fault.no-reason', { name: cell.name })];
  }
  if (cell.share && numerator > denominator) {
    return [
      block(`${at}.numerator`, 'fault.part-above-whole', {
        numerator: figureText(numerator),
        denominator: figureText(denominator),
      }),
    ];
  }
  return value === null || sameRounded(value, rate)
    ? []
    : [block(`${at}.value`, 'fault.not-its-parts', { value: figureText(value), rate: figureText(toTwo(rate)) })];
}

/** Equal once the rate is rounded to the decimals the value is written with. */
function sameRounded(value: number, rate: number): boolean {
  const rounded = divide(decimal(rate), decimal(1), scaleOf(value))!;
  return compare(rounded, decimal(value)) === 0;
}

const toTwo = (rate: number): number => toNumber(divide(decimal(rate), decimal(1), 2)!);

function decimals(cell: FormCell, value: number, path: string): Fault[] {
  if (cell.decimals === null || scaleOf(value) <= cell.decimals) return [];
  return [
    cell.decimals === 0
      ? block(path, 'fault.whole-number', { unit: cell.unit })
      : block(path, 'fault.too-many-decimals', { decimals: cell.decimals }),
  ];
}

/** A yes is believed with a stored file; words alone say where it is from, and are explained. */
function checkProof(cell: FormCell, figure: ReportedFigure, at: string, proven: boolean): Fault[] {
  if (!cell.proof || cell.asked !== 'own' || figure.value !== 1) return [];
  return proven ? [] : [explain(`${at}.proof`, 'fault.no-proof')];
}

function againstLast(
  cell: FormCell,
  figure: ReportedFigure,
  last: ReportedFigure | undefined,
  { deviation }: ReportRules,
  at: string,
): Fault[] {
  const [now, before] = [rateOrValue(cell, figure), last ? rateOrValue(cell, last) : null];
  if (now === null || before === null) return [];
  const told = { value: figureText(toTwo(now)), last: figureText(toTwo(before)) };
  const change = minus(decimal(now), decimal(before));
  if (cell.cumulative) return compare(change, decimal(0)) < 0 ? [explain(at, 'fault.fell', told)] : [];
  const allowed = times(decimal(Math.abs(before)), decimal(deviation));
  const size = decimal(Math.abs(toNumber(change)));
  return before !== 0 && compare(size, allowed) > 0 ? [explain(at, 'fault.far-from-last', told)] : [];
}

function rateOrValue({ input, unit }: FormCell, { value, numerator, denominator }: ReportedFigure): number | null {
  if (input !== 'ratio' || numerator === undefined || denominator === undefined) return value;
  return ratioOf(numerator, denominator, unit);
}
