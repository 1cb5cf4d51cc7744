import { explain, type Fault } from './fault.types.js';
import type { Form, FormCell } from './form.types.js';
import type { ReportRules } from './report-rules.types.js';
import type { Report, ReportedFigure } from './report.types.js';

/**
 * A report that came in on time and says nothing (F9): every figure zero, every figure the last period's, or a text nobody has touched.
 * Each may be true, so it is asked about and goes on with an explanation.
 */
export function hollowFaults(form: Form, report: Report, last: Report | null, rules: ReportRules): Fault[] {
  if (report.nil || report.explanation?.trim()) return [];
  const figures = new Map(report.figures?.map((one) => [one.target, one]));
  const own = form.cells.filter(({ asked }) => asked === 'own');
  return [
    ...(allZero(own, figures) ? [explain('explanation', 'fault.all-zero')] : []),
    ...(last && copied(own, figures, last, rules) ? [explain('explanation', 'fault.copied')] : []),
    ...(last ? sameTexts(form, report, last, rules) : []),
  ];
}

type Figures = ReadonlyMap<string, ReportedFigure>;

function allZero(cells: readonly FormCell[], figures: Figures): boolean {
  const told = cells.filter(({ zeroIsNothing }) => zeroIsNothing).map(({ target }) => figures.get(target));
  const numbers = told.flatMap((one) => (one ? [one.numerator ?? one.value] : [])).filter((one) => one !== null);
  return numbers.length > 0 && numbers.every((one) => one === 0);
}

/** Counts that stand where they stood, done or not done, are no sign; amounts and rates that do not move at all are. */
function copied(cells: readonly FormCell[], figures: Figures, last: Report, { copiedFrom }: ReportRules): boolean {
  const before = new Map(last.figures?.map((one) => [one.target, one]));
  const moving = cells.filter(({ input }) => input !== 'yes_no' && input !== 'band');
  const pairs = moving
    .map(({ target }) => [figures.get(target), before.get(target)] as const)
    .filter(([now, then]) => now && then && (now.numerator ?? now.value ?? 0) !== 0);
  return pairs.length >= copiedFrom && pairs.every(([now, then]) => same(now!, then!));
}

const same = (a: ReportedFigure, b: ReportedFigure): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

function sameTexts(form: Form, report: Report, last: Report, { sameTextFrom }: ReportRules): Fault[] {
  const texts: [string, string, string | undefined, string | undefined][] = [
    ['narrative', form.title, report.sections ? undefined : report.narrative, last.narrative],
    ...form.sections.map(
      ({ id, title }) =>
        [`sections.${id}`, title, report.sections?.[id], last.sections?.[id]] as [string, string, string, string],
    ),
  ];
  return texts
    .filter(([, , now, then]) => now !== undefined && now.trim().length >= sameTextFrom && now.trim() === then?.trim())
    .map(([path, title]) => explain(path, 'fault.same-text', { title }));
}
